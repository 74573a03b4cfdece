//! Words of sending work to a shared folder, and of the class page.

use words::{Language, plural};

super::words! {
    /// Words of sending work to a shared folder, and of the class page.
    pub Sending {
        Why => "Ton travail te suit sur un autre ordinateur.", "Your work follows you to another computer.";
        WhySafe => "Il faut un code. Ton formateur te le donne.", "You need a code. Your trainer gives it to you.";
        CodeField => "Mon code (six mots)", "My code (six words)";
        ClassField => "Le nom de ma classe", "The name of my class";
        ClassNeeded => "Ce serveur ne connaît pas ta classe. Écris son nom.", "This server does not know your class. Write its name.";
        ClassUnfit => "Écris le nom avec des lettres et des chiffres.", "Write the name with letters and digits.";
        MyComputer => "C’est mon ordinateur", "This is my computer";
        MyComputerWhy => "Sinon, le code s’oublie en fermant la page.", "If not, the code is forgotten when the page closes.";
        Connect => "Relier", "Connect";
        Connecting => "Je regarde…", "I am looking…";
        TrainerCode => "Ce code est celui du formateur.", "This code is the trainer’s.";
        TrainerCodeNext => "Ouvre la page de la classe.", "Open the class page.";
        ErasedThere => "Ce dossier a été effacé pour toujours.", "This folder was erased for ever.";
        ErasedThereNext => "Demande un nouveau code à ton formateur.", "Ask your trainer for a new code.";
        YesMe => "Oui, c’est moi", "Yes, that’s me";
        NotMe => "Non", "No";
        Gathered => "Ton travail d’ici ira dans ce dossier.", "Your work from here will go to this folder.";
        CannotKeep => "Ce navigateur ne garde pas le code.", "This browser does not keep the code.";
        CannotKeepNext => "Prends plutôt une copie.", "Take a copy instead.";

        SentWord => "envoyé", "sent";
        SendingWord => "j’envoie…", "sending…";
        UnsentWord => "pas encore envoyé", "not sent yet";
        AllSent => "Tout est envoyé.", "All is sent.";
        OnItsWay => "J’envoie…", "Sending…";
        Soon => "J’envoie dès que tu fais une pause.", "I send as soon as you pause.";
        Waiting => "Un autre ordinateur n’a pas fini d’envoyer.", "Another computer has not finished sending.";
        SomeUnreadable => "Un fichier du dossier est abîmé. Rien n’est perdu ici.", "A file of the folder is damaged. Nothing is lost here.";
        SendNow => "Envoyer maintenant", "Send now";
        SendAgain => "Renvoyer mon travail", "Send my work again";
        KeptAnyway => "Tout est encore ici. Quelqu’un a peut-être rangé le dossier.", "All is still here. Someone may have tidied the folder.";
        OtherComputer => "Sur un autre ordinateur, donne ce code\u{a0}:", "On another computer, give this code:";
        ShowCode => "Voir mon code", "See my code";
        Disconnect => "Ne plus envoyer d’ici", "Stop sending from here";
        DisconnectSure => "Ton travail reste ici et dans le dossier.", "Your work stays here and in the folder.";
        DisconnectYes => "Oui, ne plus envoyer", "Yes, stop sending";
        Promises => "Ce que le serveur garantit", "What the server guarantees";
        TryPromises => "Essayer le serveur", "Try the server";

        ClassTitle => "La classe", "The class";
        ClassWhy => "Qui en est où, pour aider. Personne n’est classé.", "Who is where, so as to help. Nobody is ranked.";
        ClassCode => "Code du formateur (six mots)", "Trainer’s code (six words)";
        ReadFolder => "Lire le dossier", "Read the folder";
        ReadAgain => "Relire", "Read again";
        OrFiles => "Sans serveur, ouvre les copies des participants.", "Without a server, open the participants’ copies.";
        OpenFiles => "Ouvrir des copies", "Open copies";
        NobodyThere => "Personne n’a encore rien envoyé.", "Nobody has sent anything yet.";
        NotATrainer => "Ce code n’est pas celui d’un formateur.", "This code is not a trainer’s.";
        Who => "Qui", "Who";
        Where => "Leçon et étape", "Lesson and step";
        Tries => "Essais", "Tries";
        LastMessage => "Dernier message", "Last message";
        Done => "Étapes faites", "Steps done";
        NotBegun => "pas encore commencé", "not begun yet";
        WasErased => "effacé", "erased";
        NoMessage => "—", "—";
    }
}

/// `pas envoyé depuis le 24/11/2026 à 10:05`.
pub fn not_sent_since(last: Option<&str>, language: Language) -> String {
    match last {
        Some(last) => {
            let when = super::record::date(last, language);
            language.pick(
                format!("pas envoyé depuis le {when}"),
                format!("not sent since {when}"),
            )
        }
        None => language.pick("pas envoyé", "not sent").to_owned(),
    }
}

/// `Envoyé le 24/11/2026 à 10:05.`
pub fn last_sent(last: &str, language: Language) -> String {
    let when = super::record::date(last, language);
    language.pick(
        format!("Dernier envoi\u{a0}: {when}."),
        format!("Last sent: {when}."),
    )
}

/// Things that are gone from the folder.
pub fn gone(gone: usize, of: usize, language: Language) -> String {
    let things = plural(gone, "chose", "choses", language);
    let english = plural(gone, "thing is", "things are", language);
    language.pick(
        format!("Il manque {gone} {things} sur {of} dans le dossier. Faut-il les renvoyer\u{a0}?"),
        format!("{gone} {english} missing of {of} in the folder. Shall I send again?"),
    )
}

/// Six words are needed.
pub fn words_seen(count: usize, language: Language) -> String {
    language.pick(
        format!("Il faut six mots. J’en vois {count}."),
        format!("Six words are needed. I see {count}."),
    )
}

/// Whose folder it is.
pub fn is_it_you(name: &str, language: Language) -> String {
    language.pick(
        format!("Ce dossier est celui de {name}. C’est toi\u{a0}?"),
        format!("This folder is {name}’s. Is that you?"),
    )
}
