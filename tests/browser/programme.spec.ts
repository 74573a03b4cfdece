// What the programme and its files say, and what home, the map and a lesson make of it: lessons renamed, lessons to
// come, files that do not arrive or arrive late. The files are served in the place of the site's.
import type { Page } from "@playwright/test";
import { arrive, expect, go, speakEnglish, test } from "./fabrique";

type Step = { id: string; was?: string; text?: string };
type Lesson = { id: string; was?: string; title?: string; steps?: Step[] };

const lessonText = ({ id, was, title = id, steps = [{ id: "lire" }] }: Lesson) => `---
format: 1
id: ${id}
titre: ${title}
langue: fr
version: 1
atelier: appareil
minutes: 5
${was ? `ancien-nom: ${was}\n` : ""}---

# ${title}

Une leçon à lire.

${steps.map((step) => `## Étape ${step.id}
<!-- etape: ${step.id}; min: 5${step.was ? `; ancien: ${step.was}` : ""} -->

${step.text ?? "Lis."}
`).join("\n")}`;

const programmeText = (lessons: string[]) => `---
format: 1
id: essai
titre: Essai
langue: fr
semaines: 4
---

# Essai

## Mois 1 : Je lis
<!-- module: lire; semaines: 1-4 -->

${lessons.map((id, place) => `${place + 1}. [${id}](${id}/fr.md)`).join("\n")}
`;

const MARKDOWN = { contentType: "text/markdown; charset=utf-8" };

/** The site's programme is now these lessons; those without a text have no folder yet. */
async function serve(page: Page, programme: string[], lessons: Lesson[]) {
  await page.route("**/lessons/programme.*.md", (route) => route.fulfill({ ...MARKDOWN, body: programmeText(programme) }));
  for (const lesson of lessons) {
    await page.route(`**/lessons/${lesson.id}/fr.md`, (route) => route.fulfill({ ...MARKDOWN, body: lessonText(lesson) }));
  }
}

const goOn = (page: Page) => page.locator(".go-on");
const saved = (page: Page) => expect(page.locator(".saved")).toHaveAttribute("data-state", "saved");

test("a lesson and steps that took other names keep what was done in them", async ({ page, watch }) => {
  // The old folder is no more.
  watch.expects(/404/);
  const LOGBOOK = "```carnet\nphrase: Je retiens\n```";
  await serve(page, ["vieille", "autre"], [
    { id: "vieille", steps: [{ id: "un" }, { id: "deux", text: LOGBOOK }, { id: "trois" }] },
    { id: "autre" },
  ]);
  await arrive(page);
  await go(page, "#/lecon/vieille/un");
  await goOn(page).click();
  await expect(page.locator("#step-title")).toHaveText("Étape deux");
  await page.locator(".logbook textarea").fill("Je sais lire");
  await saved(page);

  await serve(page, ["autre", "neuve"], [
    { id: "autre" },
    { id: "neuve", was: "vieille", steps: [{ id: "premier", was: "un" }, { id: "second", was: "deux", text: LOGBOOK }, { id: "trois" }] },
  ]);
  await go(page, "#/");
  await page.reload();
  await expect(page.locator(".hero h1")).toHaveText("neuve");
  await expect(page.locator(".next-step")).toContainText("Étape second");
  await expect(page.locator(".teeth .tooth").first()).toHaveAttribute("data-state", "done");
  await expect(page.locator(".lesson-key")).toContainText("Continuer");

  await go(page, "#/parcours");
  const onMap = page.locator(".lesson-teeth > li", { hasText: "neuve" });
  await expect(onMap).toHaveAttribute("data-state", "in-hand");
  await expect(onMap.locator(".below")).toHaveText("Étape 2 sur 3");
  await expect(onMap.locator(".key-word")).toContainText("Continuer");

  await go(page, "#/lecon/neuve/second");
  await expect(page.locator(".logbook textarea")).toHaveValue("Je sais lire");
  await page.locator(".logbook textarea").fill("Je sais tout lire");
  await saved(page);
  await page.reload();
  await expect(page.locator(".logbook textarea")).toHaveValue("Je sais tout lire");
});

test("a lesson done under a former name is done, on the shelf and on the map", async ({ page, watch }) => {
  watch.expects(/404/);
  await serve(page, ["vieille"], [{ id: "vieille" }]);
  await arrive(page);
  await go(page, "#/lecon/vieille/lire");
  await goOn(page).click();
  await expect(page).toHaveURL(/#\/reussi\/vieille$/);
  await saved(page);

  await serve(page, ["autre", "neuve"], [{ id: "autre" }, { id: "neuve", was: "vieille" }]);
  await go(page, "#/");
  await page.reload();
  await expect(page.locator(".hero h1")).toHaveText("autre");
  await expect(page.locator(".pieces li", { hasText: "neuve" })).toHaveAttribute("data-state", "here");
  await go(page, "#/parcours");
  await expect(page.locator(".lesson-teeth > li", { hasText: "neuve" })).toHaveAttribute("data-state", "done");

  // Done once more, it is done under today's name too: the lesson that forgets its former one still is.
  await go(page, "#/lecon/neuve/lire");
  await goOn(page).click();
  await expect(page).toHaveURL(/#\/reussi\/neuve$/);
  await saved(page);
  await serve(page, ["autre", "neuve"], [{ id: "autre" }, { id: "neuve" }]);
  await go(page, "#/parcours");
  await page.reload();
  await expect(page.locator(".lesson-teeth > li", { hasText: "neuve" })).toHaveAttribute("data-state", "done");
});

test("a lesson to come is passed over, by home, by the map and after a lesson", async ({ page, watch }) => {
  watch.expects(/404/);
  await serve(page, ["a-venir", "une", "plus-tard", "deux"], [{ id: "une" }, { id: "deux" }]);
  await arrive(page);
  await expect(page.locator(".hero h1")).toHaveText("une");
  await go(page, "#/parcours");
  await expect(page.locator(".lesson-name")).toHaveText(["une", "deux"]);
  await go(page, "#/lecon/une/lire");
  await goOn(page).click();
  await expect(page.locator(".ways")).toContainText("deux");
  await go(page, "#/");
  await expect(page.locator(".hero h1")).toHaveText("deux");
});

test("home does not say that all is done when a lesson does not arrive", async ({ page, watch }) => {
  watch.expects(/ERR_FAILED|503/);
  await serve(page, ["une", "deux"], [{ id: "une" }, { id: "deux" }]);
  await arrive(page);
  await go(page, "#/lecon/une/lire");
  await goOn(page).click();
  await expect(page).toHaveURL(/#\/reussi\/une$/);
  await page.route("**/lessons/deux/fr.md", (route) => route.fulfill({ status: 503 }));
  for (const place of ["#/", "#/parcours"]) {
    await go(page, place);
    await expect(page.getByText("Les leçons ne sont pas encore là.")).toBeVisible();
    await expect(page.getByText("Tu as fini toutes les leçons.")).toHaveCount(0);
  }
});

test("a lesson that arrives late does not take the place of the one asked for after it", async ({ page }) => {
  await serve(page, ["une", "deux"], [{ id: "deux" }]);
  let isAsked = () => {};
  let answer = () => {};
  const asked = new Promise<void>((resolve) => (isAsked = resolve));
  const late = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/lessons/une/fr.md", async (route) => {
    isAsked();
    await late;
    await route.fulfill({ ...MARKDOWN, body: lessonText({ id: "une" }) });
  });
  await page.goto("");
  await page.getByLabel("Ton prénom ou un surnom").fill("Sami");
  await page.getByRole("button", { name: "C’est parti" }).click();
  await go(page, "#/lecon/une");
  await asked;
  await go(page, "#/lecon/deux");
  await expect(page.locator("header .where")).toContainText("deux");
  const arrived = page.waitForResponse("**/lessons/une/fr.md");
  answer();
  await (await arrived).finished();
  // One turn of the page after the answer is in: what would take its place has.
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 200)));
  await expect(page.locator("header .where")).toContainText("deux");
});

/** A machine with a French and an English voice of its own: headless browsers have none. What is said is noted. */
async function withVoices(page: Page) {
  await page.addInitScript(() => {
    const voice = (lang: string) => Object.setPrototypeOf({ lang, localService: true, name: lang, default: false, voiceURI: lang }, SpeechSynthesisVoice.prototype);
    const spoken: { lang: string; text: string; utterance: SpeechSynthesisUtterance }[] = [];
    Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", { set() {}, get: () => null });
    const voices = [voice("fr-FR"), voice("en-GB")];
    for (const one of voices) for (const key of ["lang", "localService"]) Object.defineProperty(one, key, { value: (one as never)[key] });
    speechSynthesis.getVoices = () => voices;
    speechSynthesis.speak = (utterance) => void spoken.push({ lang: utterance.lang, text: utterance.text, utterance });
    Object.assign(window, { spoken });
  });
}

const spoken = (page: Page) =>
  page.evaluate(() => (window as never as { spoken: { lang: string; text: string }[] }).spoken.map(({ lang, text }) => `${lang} ${text}`));

test("a lesson in French is French in an English page: for the eyes of a reader and for the voice", async ({ page, watch }) => {
  watch.expects(/404/);
  await withVoices(page);
  await serve(page, ["une"], [{ id: "une", steps: [{ id: "lire", text: "Lis ceci !\n\n> [!TIP]\n> Regarde bien." }] }]);
  await arrive(page);
  await speakEnglish(page);
  await go(page, "#/lecon/une");
  await expect(page.locator("#step-title [lang=fr], #step-title[lang=fr]")).toHaveText("Étape lire");
  await expect(page.locator("p[lang=fr]", { hasText: "Lis ceci" })).toHaveText("Lis ceci\u00a0!");
  await page.locator("[data-action=hint]").click();
  await expect(page.locator(".hint [lang=fr]")).toHaveText("Regarde bien.");
  await page.locator("[data-action=listen]").click();
  expect(await spoken(page)).toEqual(["fr-FR une", "fr-FR Une leçon à lire.", "fr-FR Étape lire", "fr-FR Lis ceci !"]);
});

test("listening ends with the last sentence", async ({ page }) => {
  await withVoices(page);
  await serve(page, ["une"], [{ id: "une" }]);
  await arrive(page);
  await go(page, "#/lecon/une");
  const listen = page.locator("[data-action=listen]");
  await listen.click();
  await expect(listen).toHaveText("Arrêter la lecture");
  const end = (place: number) =>
    page.evaluate((place) => {
      const { spoken } = window as never as { spoken: { utterance: EventTarget }[] };
      spoken.at(place)!.utterance.dispatchEvent(new Event("end"));
    }, place);
  await end(0);
  await expect(listen).toHaveText("Arrêter la lecture");
  await end(-1);
  await expect(listen).toHaveText("Écouter");
});
