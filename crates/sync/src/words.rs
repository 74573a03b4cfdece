//! The sentences of this crate, in the languages of Fabrique: what happened, then what to do.

use crate::probe::Promise;
use crate::trouble::Trouble;
use words::Language;

impl Trouble {
    /// What happened, and what to do next.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let (french, english) = match self {
            Self::NoAnswer => (
                "Je n’ai pas de réponse. Ton travail est gardé ici. Je réessaie bientôt.",
                "I get no answer. Your work is kept here. I will try again soon.",
            ),
            Self::TooLong => (
                "La réponse met trop de temps. Ton travail est gardé ici. Je réessaie bientôt.",
                "The answer takes too long. Your work is kept here. I will try again soon.",
            ),
            Self::WrongCode => (
                "Ce code n’ouvre pas le dossier. Demande ton code à ton formateur.",
                "This code does not open the folder. Ask your trainer for your code.",
            ),
            Self::NotAllowed => (
                "Ce code ouvre un autre dossier. Demande ton code à ton formateur.",
                "This code opens another folder. Ask your trainer for your code.",
            ),
            Self::NotTheServer => (
                "Une autre page répond, peut-être celle du wifi. Ouvre-la, connecte-toi, puis reviens.",
                "Another page answers, perhaps that of the wifi. Open it, log in, then come back.",
            ),
            Self::NoFolder => (
                "Le dossier n’est pas encore là. Demande à ton formateur de le préparer.",
                "The folder is not there yet. Ask your trainer to prepare it.",
            ),
            Self::Erased => (
                "Ce dossier a été effacé. Plus rien ne part d’ici.",
                "This folder was erased. Nothing more is sent from here.",
            ),
            Self::KeepsRefusing => (
                "Le serveur refuse mon envoi. Ton travail est gardé ici. Montre ceci à ton formateur.",
                "The server refuses what I send. Your work is kept here. Show this to your trainer.",
            ),
            Self::TooLarge => (
                "Un fichier est trop gros pour le serveur. Il est gardé ici. Prends une copie.",
                "A file is too large for the server. It is kept here. Take a copy.",
            ),
            Self::Full => (
                "Il n’y a plus de place sur le serveur. Dis-le à ton formateur. Tout est gardé ici.",
                "There is no room left on the server. Tell your trainer. All is kept here.",
            ),
            Self::Busy => (
                "Le serveur est occupé. Ton travail est gardé ici. Je réessaie bientôt.",
                "The server is busy. Your work is kept here. I will try again soon.",
            ),
            Self::Server(status) => {
                return language.pick(
                    format!(
                        "Le serveur a un souci (code {status}). Ton travail est gardé ici. Je réessaie bientôt."
                    ),
                    format!("The server has a problem (code {status}). Your work is kept here. I will try again soon."),
                );
            }
            Self::Cut => (
                "La réponse est arrivée coupée. Ton travail est gardé ici. Je réessaie bientôt.",
                "The answer came cut. Your work is kept here. I will try again soon.",
            ),
            Self::NotKept => (
                "Le serveur n’a pas gardé mon envoi. Tout est gardé ici. Dis-le à ton formateur.",
                "The server did not keep what I sent. All is kept here. Tell your trainer.",
            ),
            Self::Damaged(_) => (
                "Il manque un morceau dans le dossier. Je renvoie ce que j’ai ici.",
                "A piece of the folder is missing. I send again what I have here.",
            ),
            Self::Newer => (
                "Une Fabrique plus récente écrit dans ce dossier. Recharge la page.",
                "A newer Fabrique writes to this folder. Reload the page.",
            ),
            Self::Unexpected(status) => {
                return language.pick(
                    format!("Je ne comprends pas cette réponse (code {status}). Montre-la à ton formateur. Tout est gardé ici."),
                    format!("I do not understand this answer (code {status}). Show it to your trainer. All is kept here."),
                );
            }
        };
        language.pick(french, english).to_owned()
    }
}

impl Promise {
    /// What the server guarantees, for a trainer, in plain words.
    #[must_use]
    pub fn sentence(self, language: Language) -> &'static str {
        let (french, english) = match self {
            Self::KeepsBytes => (
                "Le serveur garde ce qu’on lui envoie, tel quel.",
                "The server keeps what it is sent, as it is.",
            ),
            Self::ChangesBytes => (
                "Le serveur change ou perd ce qu’on lui envoie. N’utilise pas ce serveur.",
                "The server changes or loses what it is sent. Do not use this server.",
            ),
            Self::RefusesTwice => (
                "Le serveur refuse d’écrire deux fois le même fichier.",
                "The server refuses to write the same file twice.",
            ),
            Self::WritesTwice => (
                "Le serveur écrase sans prévenir. Fabrique n’en dépend pas\u{a0}: rien n’est perdu.",
                "The server overwrites without a word. Fabrique does not depend on it: nothing is lost.",
            ),
            Self::LooksAtTags => (
                "Le serveur vérifie la version avant d’écrire.",
                "The server checks the version before it writes.",
            ),
            Self::IgnoresTags => (
                "Le serveur ne vérifie pas les versions. Fabrique n’en dépend pas\u{a0}: rien n’est perdu.",
                "The server does not check versions. Fabrique does not depend on it: nothing is lost.",
            ),
            Self::SameTags => (
                "Le serveur nomme chaque version d’une seule façon.",
                "The server names each version in one way.",
            ),
            Self::OtherTags => (
                "Le serveur nomme une version de plusieurs façons. Fabrique relit alors plus souvent.",
                "The server names one version in several ways. Fabrique then reads more often.",
            ),
            Self::KnowsPeople => (
                "Le serveur sait qui écrit\u{a0}: chacun n’ouvre que son dossier.",
                "The server knows who writes: each opens their own folder only.",
            ),
            Self::KnowsNobody => (
                "Dans cette classe, tout le monde peut tout lire et tout changer.",
                "Everyone in this class can read and change everything.",
            ),
        };
        language.pick(french, english)
    }
}
