//! The one table of problems. A code never changes its meaning and is never given again.
//!
//! F front matter, S structure, B boxes and fences, Q questions, I pictures and media, L links and files,
//! G glossary, R raw HTML, T text, P personal data, X programs and checks, U translations, M programme. Those of
//! the lines of a check (C) stand in `words/check.rs`.

use super::{ProblemKind, Severity};

macro_rules! problems {
    ($($code:ident $severity:ident $name:ident
        [$french:literal, $english:literal] => [$french_next:literal, $english_next:literal])*) => {
        $(
            #[doc = concat!(stringify!($code), ": ", $english)]
            pub static $name: ProblemKind = ProblemKind {
                code: stringify!($code),
                severity: Severity::$severity,
                sentence: [$french, $english],
                next_step: [$french_next, $english_next],
            };
        )*

        /// Every kind of problem, in the order of codes.
        pub static ALL: &[&ProblemKind] = &[$(&$name),*];
    };
}

problems! {
    F001 Error UNKNOWN_KEY
        ["clé inconnue : « {0} »", "unknown key: “{0}”"]
        => ["Tu veux dire « {1} » ?", "Do you mean “{1}”?"]
    F002 Error KEY_TWICE
        ["clé écrite deux fois : « {0} »", "key written twice: “{0}”"]
        => ["Garde une seule ligne.", "Keep one line only."]
    F003 Error MISSING_KEY
        ["il manque la clé « {0} »", "the key “{0}” is missing"]
        => ["Ajoute la ligne « {0}: … » en haut du fichier.", "Add the line “{0}: …” at the top of the file."]
    F004 Error NO_FRONT_MATTER
        ["il manque l’en-tête de la leçon", "the head of the lesson is missing"]
        => ["Commence le fichier par « --- », les clés, puis « --- ».", "Begin the file with “---”, the keys, then “---”."]
    F005 Error FRONT_MATTER_NOT_CLOSED
        ["l’en-tête n’est pas fermé", "the head of the lesson is not closed"]
        => ["Ajoute une ligne « --- » après la dernière clé.", "Add a line “---” after the last key."]
    F006 Error NO_KEY
        ["ligne sans clé : « {0} »", "line without a key: “{0}”"]
        => ["Écris « clé: valeur ».", "Write “key: value”."]
    F007 Error WRONG_VALUE
        ["je ne comprends pas « {1} » pour « {0} »", "“{1}” cannot be read for “{0}”"]
        => ["Il faut {2}.", "It takes {2}."]
    F008 Error WRONG_ID
        ["id mal écrit : « {0} »", "id not well written: “{0}”"]
        => ["Utilise a-z, 0-9 et « - ». Par exemple : {1}", "Use a-z, 0-9 and “-”. For example: {1}"]
    F009 Error ID_IS_NOT_FOLDER
        ["l’id « {0} » n’est pas le nom du dossier « {1} »", "the id “{0}” is not the folder’s name “{1}”"]
        => ["Écris « id: {1} », ou change le nom du dossier.", "Write “id: {1}”, or rename the folder."]
    F010 Error NEWER_FORMAT
        ["format {0} : cette version lit le format 1", "format {0}: this version reads format 1"]
        => ["Écris « format: 1 », ou installe une version plus récente.", "Write “format: 1”, or install a newer version."]
    F011 Error LANGUAGE_IS_NOT_FILE
        ["langue « {0} », mais le fichier s’appelle « {1} »", "language “{0}”, but the file is named “{1}”"]
        => ["Écris la langue du nom du fichier.", "Write the language of the file’s name."]
    F012 Warning KEY_OF_PROGRAMME
        ["la clé « {0} » est pour le programme", "the key “{0}” is for the programme"]
        => ["Enlève cette ligne.", "Take this line away."]
    F013 Warning IMAGE_WITHOUT_TEXT
        ["l’image de l’en-tête n’a pas de texte", "the picture of the head has no text"]
        => ["Ajoute « {0}: » et dis ce que l’on voit.", "Add “{0}:” and say what one sees."]

    S001 Error NO_TITLE
        ["il manque le titre « # … »", "the title “# …” is missing"]
        => ["Écris « # {0} » après l’en-tête.", "Write “# {0}” after the head."]
    S002 Warning SECOND_TITLE
        ["deuxième titre « # {0} »", "second title “# {0}”"]
        => ["Une étape commence par « ## ».", "A step begins with “##”."]
    S003 Error STEP_WITHOUT_ID
        ["étape sans id : « {0} »", "step without an id: “{0}”"]
        => ["Écris dessous : <!-- etape: {1}; min: 10 -->", "Write below it: <!-- step: {1}; min: 10 -->"]
    S004 Error STEP_ID_TWICE
        ["deux étapes ont l’id « {0} »", "two steps have the id “{0}”"]
        => ["Donne un autre id à celle-ci.", "Give this one another id."]
    S005 Warning STEP_LINE_FAR
        ["la ligne de l’étape est loin de son titre", "the line of the step is far from its title"]
        => ["Mets-la juste sous le titre « ## ».", "Put it right under the title “##”."]
    S006 Warning STEP_WITHOUT_MINUTES
        ["étape sans durée : « {0} »", "step without minutes: “{0}”"]
        => ["Ajoute « min: 10 » dans la ligne de l’étape.", "Add “min: 10” in the line of the step."]
    S007 Error WRONG_STEP_VALUE
        ["je ne comprends pas « {1} » pour « {0} »", "“{1}” cannot be read for “{0}”"]
        => ["Il faut {2}.", "It takes {2}."]
    S008 Error UNKNOWN_COMMENT_WORD
        ["mot inconnu dans ce commentaire : « {0} »", "unknown word in this comment: “{0}”"]
        => ["Tu veux dire « {1} » ?", "Do you mean “{1}”?"]
    S009 Warning MINUTES_DO_NOT_ADD_UP
        ["les étapes font {0} min, l’en-tête dit {1}", "the steps make {0} min, the head says {1}"]
        => ["Change « {2} », ou la durée des étapes.", "Change “{2}”, or the minutes of the steps."]
    S010 Error NO_STEP
        ["la leçon n’a pas encore d’étape", "the lesson has no step yet"]
        => ["Écris « ## Un titre », puis <!-- etape: id; min: 10 -->", "Write “## A title”, then <!-- step: id; min: 10 -->"]
    S011 Error COMMENT_NOT_CLOSED
        ["le commentaire n’est pas fermé", "the comment is not closed"]
        => ["Ajoute « --> » à la fin de la ligne.", "Add “-->” at the end of the line."]
    S012 Warning EMPTY_STEP
        ["l’étape « {0} » est vide", "the step “{0}” is empty"]
        => ["Dis ce qu’il faut faire, avec une liste 1. 2. 3.", "Say what to do, with a list 1. 2. 3."]
    S013 Warning STEP_LINE_WITHOUT_STEP
        ["ligne d’étape sans titre « ## »", "line of a step without a title “##”"]
        => ["Écris « ## Un titre » juste avant.", "Write “## A title” just before."]
    S014 Error FILE_TOO_LONG
        ["fichier trop long : plus de 1 Mo", "file too long: more than 1 MB"]
        => ["Coupe la leçon. Ici, on voit seulement le début.", "Split the lesson. Only its beginning is shown here."]
    S015 Error TOO_DEEP
        ["trop de boîtes les unes dans les autres", "too many boxes inside each other"]
        => ["Enlève des « > » ou des espaces au début de la ligne.", "Take away “>” or spaces at the start of the line."]
    S016 Error TOO_MANY_PROBLEMS
        ["il y a encore {0} autres problèmes", "there are {0} more problems"]
        => ["Corrige d’abord ceux du début.", "Mend those of the beginning first."]
    S017 Warning SECOND_STEP_LINE
        ["deux lignes d’étape sous le même titre", "two lines of a step under one title"]
        => ["Garde une seule ligne.", "Keep one line only."]
    S018 Warning FORMER_ID_IN_USE
        ["l’ancien id « {0} » est celui d’une autre étape", "the former id “{0}” is that of another step"]
        => ["Enlève « ancien: {0} ».", "Take “was: {0}” away."]
    S019 Advice TITLES_DIFFER
        ["le titre « # » n’est pas celui de l’en-tête", "the title “#” is not that of the head"]
        => ["Écris deux fois le même titre.", "Write the same title twice."]
    S020 Error TOO_MANY_FENCES
        ["plus de {0} blocs dans une leçon", "more than {0} fences in one lesson"]
        => ["Coupe la leçon. La suite est montrée telle quelle.", "Split the lesson. The rest is shown as it is."]

    B001 Error UNKNOWN_BOX
        ["encadré inconnu : « {0} »", "unknown box: “{0}”"]
        => ["Tu veux dire « [!{1}] » ?", "Do you mean “[!{1}]”?"]
    B002 Error UNKNOWN_FENCE
        ["bloc inconnu : « {0} »", "unknown fence: “{0}”"]
        => ["Tu veux dire « {1} » ?", "Do you mean “{1}”?"]
    B003 Error FENCE_NOT_CLOSED
        ["le bloc « ``` » n’est pas fermé", "the fence “```” is not closed"]
        => ["Ajoute une ligne « ``` » à la fin du bloc.", "Add a line “```” at the end of the fence."]
    B004 Error FENCE_OUTSIDE_STEP
        ["« {0} » n’est dans aucune étape", "“{0}” is in no step"]
        => ["Mets ce bloc sous un titre « ## ».", "Put this fence under a title “##”."]
    B005 Error FENCE_TWICE
        ["« {0} » est là deux fois", "“{0}” is there twice"]
        => ["Garde un seul bloc.", "Keep one fence only."]
    B006 Error BOARD_AFTER_STEP
        ["la carte vient après la première étape", "the board comes after the first step"]
        => ["Mets ce bloc avant le premier « ## ».", "Put this fence before the first “##”."]
    B007 Error CHECK_WITHOUT_ID
        ["vérification sans id", "check without an id"]
        => ["Écris « ```{0} {1} ».", "Write “```{0} {1}”."]
    B008 Error CHECK_ID_TWICE
        ["deux vérifications ont l’id « {0} »", "two checks have the id “{0}”"]
        => ["Donne un autre id à celle-ci.", "Give this one another id."]
    B009 Warning FENCE_OF_OTHER_BENCH
        ["« {0} » n’est pas pour l’atelier « {1} »", "“{0}” is not for the bench “{1}”"]
        => ["Change l’atelier dans l’en-tête, ou enlève ce bloc.", "Change the bench in the head, or take this fence away."]
    B010 Error UNKNOWN_BLOCK
        ["bloc inconnu dans la boîte : « {0} »", "unknown block in the toolbox: “{0}”"]
        => ["Tu veux dire « {1} » ?", "Do you mean “{1}”?"]
    B011 Error UNKNOWN_PROMPT
        ["ligne de carnet inconnue : « {0} »", "unknown line of the logbook: “{0}”"]
        => ["Commence la ligne par « {1} ».", "Begin the line with “{1}”."]
    B012 Error ONE_OPTION
        ["un choix demande au moins deux réponses", "a choice takes at least two answers"]
        => ["Sépare les réponses par « / ».", "Separate the answers by “/”."]
    B013 Warning TEXT_BESIDE_BOX_MARK
        ["du texte est à côté de « [!{0}] »", "text stands beside “[!{0}]”"]
        => ["Mets le texte sur la ligne d’après.", "Put the text on the next line."]
    B014 Warning BOX_INSIDE
        ["cet encadré est dans une liste ou une boîte", "this box is inside a list or another box"]
        => ["Mets-le au bord de la page, seul.", "Put it at the margin, alone."]
    B015 Warning EMPTY_FENCE
        ["le bloc « {0} » est vide", "the fence “{0}” is empty"]
        => ["Remplis-le, ou enlève-le.", "Fill it, or take it away."]
    B016 Warning EMPTY_BOX
        ["cet encadré est vide", "this box is empty"]
        => ["Écris les lignes suivantes avec « > » devant.", "Write the next lines with “>” before."]
    B017 Warning FENCE_WORD_LEFT_OVER
        ["mot en trop après « ``` » : « {0} »", "word too many after “```”: “{0}”"]
        => ["Enlève ce mot.", "Take this word away."]

    Q001 Error NO_CHOICES
        ["la question n’a pas de réponses à choisir", "the question has no answers to choose from"]
        => ["Écris « - [ ] une réponse » et « - [x] la bonne ».", "Write “- [ ] an answer” and “- [x] the right one”."]
    Q002 Error NO_RIGHT_ANSWER
        ["aucune réponse n’est marquée comme bonne", "no answer is marked as right"]
        => ["Écris « [x] » devant la bonne réponse.", "Write “[x]” before the right answer."]
    Q003 Error ONE_CHOICE
        ["il y a une seule réponse", "there is only one answer"]
        => ["Ajoute au moins une autre réponse.", "Add at least one more answer."]
    Q004 Warning NO_EXPLANATION
        ["cette réponse n’a pas d’explication", "this answer has no explanation"]
        => ["Écris dessous, décalé : « > Oui. » ou « > Non. », et pourquoi.", "Write below, indented: “> Yes.” or “> No.”, and why."]
    Q005 Error EMPTY_CHOICE
        ["cette réponse est vide", "this answer is empty"]
        => ["Écris la réponse après « [ ] ».", "Write the answer after “[ ]”."]
    Q006 Warning TASK_OUTSIDE_QUESTION
        ["« [ ] » hors d’une question", "“[ ]” outside a question"]
        => ["Écris « ### Question » avant, ou enlève « [ ] ».", "Write “### Question” before, or take “[ ]” away."]
    Q007 Error QUESTION_OUTSIDE_STEP
        ["la question n’est dans aucune étape", "the question is in no step"]
        => ["Mets-la sous un titre « ## ».", "Put it under a title “##”."]
    Q008 Warning CHOICE_WITHOUT_MARK
        ["cette réponse n’a pas de « [ ] »", "this answer has no “[ ]”"]
        => ["Écris « - [ ] » ou « - [x] » devant, avec l’espace.", "Write “- [ ]” or “- [x]” before it, with the space."]

    I001 Error PICTURE_WITHOUT_TEXT
        ["image sans texte : « {0} »", "picture without text: “{0}”"]
        => ["Dis ce que l’on voit : ![Une lampe allumée.]({0})", "Say what one sees: ![A lamp that is on.]({0})"]
    I002 Error PICTURE_OF_OTHER_HOST
        ["fichier d’un autre site : « {0} »", "file of another site: “{0}”"]
        => ["Mets le fichier dans le dossier de la leçon.", "Put the file in the lesson’s folder."]
    I003 Error PICTURE_INSIDE_ADDRESS
        ["adresse d’image refusée : « {0} »", "address of a picture refused: “{0}”"]
        => ["Mets le fichier dans le dossier de la leçon.", "Put the file in the lesson’s folder."]
    I004 Error NO_PICTURE
        ["ce fichier n’est pas une image : « {0} »", "this file is no picture: “{0}”"]
        => ["Utilise svg, png, jpg, webp, gif ou avif.", "Use svg, png, jpg, webp, gif or avif."]
    I005 Warning PICTURE_INSIDE_TEXT
        ["cette image est dans un titre, un lien ou un tableau", "this picture is in a title, a link or a table"]
        => ["Mets l’image seule sur sa ligne.", "Put the picture alone on its line."]
    I006 Error MISSING_CAPTIONS
        ["vidéo sans sous-titres : « {0} »", "video without captions: “{0}”"]
        => ["Ajoute le fichier « {1} » à côté.", "Add the file “{1}” beside it."]

    L001 Error LINK_NOT_ALLOWED
        ["lien refusé : « {0} »", "link refused: “{0}”"]
        => ["Écris une adresse « https:// » ou un fichier de la leçon.", "Write an address “https://” or a file of the lesson."]
    L002 Error LINK_NOT_ENCRYPTED
        ["lien non protégé : « {0} »", "link not protected: “{0}”"]
        => ["Écris « https:// » au début.", "Write “https://” at its start."]
    L003 Error LINK_OUTSIDE
        ["ce chemin sort du dossier des leçons : « {0} »", "this path leaves the folder of lessons: “{0}”"]
        => ["Écris un chemin dans le dossier de la leçon.", "Write a path in the lesson’s folder."]
    L004 Error MISSING_FILE
        ["fichier introuvable : « {0} »", "file not found: “{0}”"]
        => ["Ajoute le fichier, ou corrige son nom.", "Add the file, or mend its name."]
    L005 Advice LESSON_TO_COME
        ["leçon à venir : « {0} »", "lesson to come: “{0}”"]
        => ["Elle n’est pas encore écrite. Les jeunes ne la voient pas.", "It is not written yet. Learners do not see it."]
    L006 Error UNKNOWN_GLOSSARY_WORD
        ["mot absent du glossaire : « {0} »", "word not in the glossary: “{0}”"]
        => ["Ajoute « ## {0} » dans le glossaire.", "Add “## {0}” to the glossary."]
    L007 Error UNKNOWN_SKILL
        ["compétence inconnue : « {0} »", "unknown skill: “{0}”"]
        => ["Ajoute « ## {0} » dans les compétences.", "Add “## {0}” to the skills."]
    L008 Error UNKNOWN_BADGE
        ["badge inconnu : « {0} »", "unknown badge: “{0}”"]
        => ["Ajoute « ## {0} » dans les badges.", "Add “## {0}” to the badges."]
    L009 Error EMPTY_LINK
        ["lien sans adresse", "link without an address"]
        => ["Écris l’adresse entre les parenthèses.", "Write the address between the brackets."]
    L010 Error UNKNOWN_STEP_OF_LINK
        ["aucune étape ne s’appelle « {0} »", "no step is called “{0}”"]
        => ["Écris l’id d’une étape après « # ».", "Write the id of a step after “#”."]

    G001 Error ENTRY_TWICE
        ["l’entrée « {0} » est là deux fois", "the entry “{0}” is there twice"]
        => ["Garde une seule entrée.", "Keep one entry only."]
    G002 Warning ENTRY_WITHOUT_NAME
        ["l’entrée « {0} » n’a pas de nom", "the entry “{0}” has no name"]
        => ["Écris « **Le nom** » sous le titre.", "Write “**The name**” under the title."]
    G003 Warning ENTRY_WITHOUT_TEXT
        ["l’entrée « {0} » n’a pas de texte", "the entry “{0}” has no text"]
        => ["Écris une phrase simple sous le nom.", "Write a simple sentence under the name."]

    R001 Error RAW_HTML
        ["HTML montré tel quel : « {0} »", "HTML shown as it is: “{0}”"]
        => ["Écris en Markdown, sans balise.", "Write Markdown, without tags."]

    T001 Advice LONG_SENTENCE
        ["phrase longue : {0} mots", "long sentence: {0} words"]
        => ["Coupe-la en deux. Douze mots au plus.", "Cut it in two. Twelve words at most."]

    P001 Warning PHONE_NUMBER
        ["numéro de téléphone : « {0} »", "phone number: “{0}”"]
        => ["Enlève-le : une leçon est publique.", "Take it away: a lesson is public."]
    P002 Warning MAIL_ADDRESS
        ["adresse e-mail : « {0} »", "e-mail address: “{0}”"]
        => ["Enlève-la : une leçon est publique.", "Take it away: a lesson is public."]

    X001 Error SOLUTION_FAILS
        ["la solution ne passe pas sa vérification : {0}", "the solution does not pass its check: {0}"]
        => ["Corrige la solution ou la vérification.", "Mend the solution or the check."]
    X002 Error STARTER_PASSES
        ["le départ passe déjà la vérification « {0} »", "the starter already passes the check “{0}”"]
        => ["Vérifie ce que l’étape demande de nouveau.", "Check what is new in this step."]
    X003 Error EMPTY_PASSES
        ["un programme vide passe la vérification « {0} »", "an empty program passes the check “{0}”"]
        => ["Ajoute une phrase sur ce que fait la lampe.", "Add a sentence about what the lamp does."]
    X004 Error CHECK_CANNOT_BE
        ["la vérification « {0} » ne peut pas marcher : {1}", "the check “{0}” cannot work: {1}"]
        => ["Corrige la vérification.", "Mend the check."]

    X010 Error PROGRAM_LINE
        ["{0}", "{0}"]
        => ["{1}", "{1}"]
    X011 Error BOARD_LINE
        ["{0}", "{0}"]
        => ["{1}", "{1}"]
    X012 Error DRAWING_LINE
        ["{0}", "{0}"]
        => ["{1}", "{1}"]

    U001 Error STEPS_DIFFER
        ["les étapes ne sont pas celles du français : {0}", "the steps are not those of the French: {0}"]
        => ["Garde les mêmes ids d’étape dans toutes les langues.", "Keep the same step ids in every language."]
    U002 Error CHECKS_DIFFER
        ["les vérifications ne sont pas celles du français : {0}", "the checks are not those of the French: {0}"]
        => ["Garde les mêmes ids de vérification.", "Keep the same check ids."]
    U003 Error PROGRAMS_DIFFER
        ["« {0} » n’est pas le même programme qu’en français", "“{0}” is not the same program as in French"]
        => ["Copie le bloc du français, ou enlève-le ici.", "Copy the fence from the French, or take it away here."]
    U006 Error DRAWINGS_DIFFER
        ["« {0} » n’est pas le même dessin qu’en français", "“{0}” is not the same drawing as in French"]
        => ["Copie le dessin du français, ou enlève-le ici.", "Copy the fence from the French, or take it away here."]
    U004 Warning TRANSLATION_LATE
        ["traduction en retard : version {0}, le français a la version {1}", "translation late: version {0}, the French has version {1}"]
        => ["Relis le français, puis écris « traduit-de: {1} ».", "Read the French again, then write “translated-from: {1}”."]
    U005 Warning TRANSLATION_WITHOUT_VERSION
        ["il manque la version traduite", "the version translated from is missing"]
        => ["Ajoute « traduit-de: {0} » dans l’en-tête.", "Add “translated-from: {0}” in the head."]

    M001 Error MODULE_WITHOUT_ID
        ["module sans id : « {0} »", "module without an id: “{0}”"]
        => ["Écris dessous : <!-- module: {1}; semaines: 1-4 -->", "Write below it: <!-- module: {1}; weeks: 1-4 -->"]
    M002 Error MODULE_ID_TWICE
        ["deux modules ont l’id « {0} »", "two modules have the id “{0}”"]
        => ["Donne un autre id à celui-ci.", "Give this one another id."]
    M003 Error WRONG_MODULE_VALUE
        ["je ne comprends pas « {1} » pour « {0} »", "“{1}” cannot be read for “{0}”"]
        => ["Il faut {2}.", "It takes {2}."]
    M004 Error NO_LESSON_LINK
        ["ce lien ne mène pas à une leçon : « {0} »", "this link leads to no lesson: “{0}”"]
        => ["Écris « dossier/fr.md ».", "Write “folder/fr.md”."]
    M005 Advice EMPTY_MODULE
        ["le module « {0} » n’a pas encore de leçon", "the module “{0}” has no lesson yet"]
        => ["Ajoute une liste de liens vers des leçons.", "Add a list of links to lessons."]
    M006 Warning CHOOSE_TOO_MANY
        ["il faut choisir {0} leçons, mais il y en a {1}", "{0} lessons are to be chosen, but there are {1}"]
        => ["Change « choisir », ou ajoute des leçons.", "Change “choose”, or add lessons."]
    M007 Error UNKNOWN_MODULE
        ["module inconnu : « {0} »", "unknown module: “{0}”"]
        => ["Écris l’id d’un module de ce programme.", "Write the id of a module of this programme."]
    M008 Warning WEEKS_BEYOND
        ["les semaines {0} dépassent la fin, semaine {1}", "weeks {0} are beyond the end, week {1}"]
        => ["Change « semaines » ici ou dans l’en-tête.", "Change “weeks” here or in the head."]
    M009 Warning LESSON_TWICE
        ["la leçon « {0} » est là deux fois", "the lesson “{0}” is there twice"]
        => ["Garde un seul lien.", "Keep one link only."]
}
