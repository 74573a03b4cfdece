// Every screen and state: read by axe-core in light and dark, wide and on a phone; and it fits in 320 px and at 200 %.
import type { Page } from "@playwright/test";
import { SCREENS, arrive, expect, expectAccessible, go, picture, screen, test } from "./fabrique";

/** A lesson that has everything a lesson can show. */
const LESSON = `---
format: 1
id: essai
titre: Tout ce qu'une leçon montre
langue: fr
version: 1
atelier: appareil
minutes: 4
cv: J'ai tout lu.
---

# Tout ce qu'une leçon montre

Tu vas tout voir.

> [!NOTE]
> **Tu vas apprendre**
>
> - à lire une leçon

\`\`\`carte
carte ESP32
lampe sur D2
\`\`\`

## Lis ce qui est écrit
<!-- etape: lire; min: 1 -->

Une phrase **en gras**, une autre *penchée*, et [une étape](#ecrire).

> [!WARNING]
> **Sécurité**
>
> Débranche la carte avant de toucher aux fils.

> [!IMPORTANT]
> **À retenir**
>
> La carte fait les blocs de haut en bas.

| pièce | borne |
|---|---|
| lampe | D2 |

\`\`\`blocs exemple
toujours
  allumer lampe
  attendre 1 s
\`\`\`

> [!TIP]
> **Indice 1.** Regarde le dessin.

> [!TIP]
> **Indice 2.** Fais comme ça :
>
> \`\`\`blocs indice
> toujours
>   éteindre lampe
> \`\`\`

## Réponds
<!-- etape: repondre; min: 1 -->

### Question

Que fait le bloc **attendre** ?

- [ ] Il éteint la lampe.
  > La lampe ne change pas.
- [x] Il fait une pause.
  > Oui. Le programme attend.

## Écris
<!-- etape: ecrire; min: 2 -->

\`\`\`carnet
image: Une photo de ta lampe
phrase: Aujourd'hui, j'ai réussi à…
choix: C'était facile / moyen / difficile
\`\`\`

## Défi : allume
<!-- etape: allumer; min: 5; defi: oui -->

1. Prends le bloc **allumer lampe**.
2. Appuie sur **Démarrer**.

\`\`\`blocs depart
au démarrage
\`\`\`

\`\`\`verif allumer
durée 2 s
vérifie lampe est allumée à 1 s | La lampe est éteinte.
bravo Bravo ! Ta lampe est allumée.
\`\`\`
`;

const PROGRAMME = (lessons: string) => `---
format: 1
id: essai
titre: Essai
langue: fr
semaines: 8
---

# Essai

## Mois 1 : Je découvre
<!-- module: decouvrir; semaines: 1-4 -->

${lessons}

## Mois 2 : Je fabrique
<!-- module: fabriquer; semaines: 5-8; avant: decouvrir -->

Plus tard.
`;

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** Opens a step of the lesson. */
async function step(page: Page, id: string) {
  await arrive(page);
  await go(page, `#/lecon/essai/${id}`);
  await expect(page.locator(`[data-step=${id}] #step-title`)).toBeVisible();
}

/** Opens the step that is worked at the bench. */
async function bench(page: Page) {
  await step(page, "allumer");
  await expect(page.locator(".blocks")).toHaveAttribute("data-state", "open");
}

async function answer(page: Page, label: string) {
  await step(page, "repondre");
  await page.getByText(label, { exact: true }).click();
  await button(page, "Vérifier").click();
}

/** Does all that counts in the lesson, its last step first: the way on leads to what was left out. */
async function passLesson(page: Page) {
  await step(page, "ecrire");
  const goOn = async (to: string) => {
    await button(page, "Continuer").click();
    await expect(page.locator(to)).toBeVisible();
  };
  await goOn("[data-step=lire]");
  await goOn("[data-step=repondre]");
  await page.getByText("Il fait une pause.", { exact: true }).click();
  await button(page, "Vérifier").click();
  await goOn("[data-step=ecrire]");
  await goOn("[data-screen=passed]");
}

/** Goes to a screen that has this heading. */
async function place(page: Page, hash: string, heading: string) {
  await go(page, hash);
  await expect(page.getByRole("heading", { name: heading }).first()).toBeVisible();
}

/** What one can see, and how one comes there. */
const STATES: { name: string; lessons?: string; reach(page: Page): Promise<unknown> }[] = [
  { name: "first visit", reach: (page) => page.goto("") },
  { name: "home, nothing begun", reach: (page) => arrive(page) },
  {
    name: "home, a lesson begun",
    async reach(page) {
      await step(page, "repondre");
      await place(page, "#/", "Tout ce qu");
    },
  },
  {
    name: "home, all passed",
    async reach(page) {
      await passLesson(page);
      await place(page, "#/", "Tu as fini toutes les leçons.");
    },
  },
  {
    name: "home, no lesson yet",
    lessons: "Plus tard.",
    async reach(page) {
      await arrive(page);
      await expect(page.getByText("Il n’y a pas encore de leçon ici.")).toBeVisible();
    },
  },
  {
    name: "an address that leads nowhere",
    async reach(page) {
      await arrive(page);
      await place(page, "#/nulle-part", "Tout ce qu");
    },
  },
  {
    name: "course map, nothing done",
    async reach(page) {
      await arrive(page);
      await place(page, "#/parcours", "Mon parcours");
      await expect(page.locator(".lesson-tooth")).toBeVisible();
    },
  },
  {
    name: "course map, a lesson done",
    async reach(page) {
      await passLesson(page);
      await place(page, "#/parcours", "Mon parcours");
      await expect(page.locator(".lesson-tooth .done")).toBeVisible();
    },
  },
  { name: "a step to read, with safety", reach: (page) => step(page, "lire") },
  {
    name: "hints open",
    async reach(page) {
      await step(page, "lire");
      await button(page, "Un indice").click();
      await button(page, "Encore un indice").click();
      await expect(page.locator(".hint")).toHaveCount(2);
    },
  },
  {
    name: "all steps, the memo, asked before starting again",
    async reach(page) {
      await step(page, "lire");
      await page.getByText("Toutes les étapes").click();
      await expect(page.getByRole("heading", { name: "Mon mémo" })).toBeVisible();
      await button(page, "Recommencer l’étape").click();
      await expect(page.locator(".ask")).toBeVisible();
    },
  },
  { name: "a question, open", reach: (page) => step(page, "repondre") },
  { name: "a question, not yet", reach: (page) => answer(page, "Il éteint la lampe.") },
  { name: "a question, right", reach: (page) => answer(page, "Il fait une pause.") },
  { name: "the logbook", reach: (page) => step(page, "ecrire") },
  { name: "the bench", reach: bench },
  {
    name: "the bench, not yet",
    async reach(page) {
      await bench(page);
      await button(page, "Vérifier").click();
      await expect(page.locator(".verdict")).toContainText("Pas encore");
    },
  },
  {
    name: "the bench, running",
    async reach(page) {
      await bench(page);
      await page.locator(".controls .run").click();
    },
  },
  { name: "passed", reach: passLesson },
  {
    name: "a lesson that is not there",
    async reach(page) {
      await arrive(page);
      await place(page, "#/lecon/absente", "Je ne trouve pas cette leçon.");
    },
  },
  {
    name: "the free bench",
    async reach(page) {
      await arrive(page);
      await go(page, "#/appareil");
      await expect(page.locator(".blocks")).toHaveAttribute("data-state", "open");
    },
  },
  {
    name: "my data, two people",
    async reach(page) {
      await arrive(page, "Awa");
      await place(page, "#/moi", "Mes données");
      await button(page, "Quelqu’un d’autre").click();
      await arrive(page, "Sami");
      await place(page, "#/moi", "Mes données");
      await expect(page.locator(".people li")).toHaveCount(2);
    },
  },
  {
    name: "my data, asked before erasing",
    async reach(page) {
      await arrive(page);
      await place(page, "#/moi", "Mes données");
      await button(page, "Effacer mes données").click();
      await expect(button(page, "Oui, effacer pour toujours")).toBeVisible();
    },
  },
  {
    name: "the author's panel",
    async reach(page) {
      await arrive(page);
      await page.goto("?auteur#/lecon/essai/lire");
      await expect(page.locator(".author")).toHaveAttribute("data-state", "looked");
      await button(page, "Essayer le départ et la solution").click();
    },
  },
];

/** How far the page can be moved sideways, in pixels. */
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const device of SCREENS) {
  test.describe(device.name, () => {
    test.use(screen(device));

    for (const { name, lessons = "1. [Tout ce qu'une leçon montre](essai/fr.md)", reach } of STATES) {
      test(name, async ({ page, watch }) => {
        watch.expects(/404/);
        await page.route("**/lessons/programme.fr.md", (route) => route.fulfill({ contentType: "text/markdown", body: PROGRAMME(lessons) }));
        await page.route("**/lessons/essai/fr.md", (route) => route.fulfill({ contentType: "text/markdown", body: LESSON }));
        await reach(page);
        for (const theme of ["light", "dark"]) {
          await page.evaluate((theme) => (document.documentElement.dataset.theme = theme), theme);
          await expectAccessible(page);
          await picture(page, `screen-${name.replaceAll(/\W+/g, "-")}-${theme}`);
        }
        if (device.touch) {
          await page.setViewportSize({ width: 320, height: 640 });
          expect(await sideways(page)).toBeLessThanOrEqual(0);
        } else {
          // 200 % of 1280 × 800.
          await page.setViewportSize({ width: 640, height: 400 });
          expect(await sideways(page)).toBeLessThanOrEqual(0);
        }
        await picture(page, `screen-${name.replaceAll(/\W+/g, "-")}`);
      });
    }
  });
}
