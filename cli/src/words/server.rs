//! Sentences of `serve` and `codes`.

use super::typeset;
use ::words::{Language, plural};
use fabrique_server::codes::{Code, ListProblem, Role, Who};
use std::fmt::Write;
use std::io;
use std::net::IpAddr;

/// There is no app in that folder.
pub fn no_app(dist: &str, language: Language) -> String {
    let text = language.pick(
        format!(
            "{dist} : je ne vois pas l’appli dans ce dossier (il manque index.html).\n\
             Construis-la avec « cargo xtask build », ou donne son dossier : fabrique serve DOSSIER\n"
        ),
        format!(
            "{dist}: I do not see the app in this folder (index.html is missing).\n\
             Build it with “cargo xtask build”, or give its folder: fabrique serve FOLDER\n"
        ),
    );
    typeset(&text, language)
}

/// A code for a try needs a folder for what is saved with it.
pub fn code_without_data(language: Language) -> String {
    let text = language.pick(
        "Avec « --code », il faut aussi un dossier où garder le travail : ajoute « --data DOSSIER ».\n",
        "With “--code” there must be a folder that keeps the work: add “--data FOLDER”.\n",
    );
    typeset(text, language)
}

/// The port cannot be had.
pub fn no_port(port: u16, error: &io::Error, language: Language) -> String {
    let text = match error.kind() {
        io::ErrorKind::AddrInUse => language.pick(
            format!(
                "Le port {port} est déjà pris : Fabrique tourne peut-être déjà. Arrête l’autre programme, \
                 ou choisis un autre port, par exemple « --port {} ».\n",
                another(port)
            ),
            format!(
                "Port {port} is taken: Fabrique may be running already. Stop the other program, \
                 or choose another port, for instance “--port {}”.\n",
                another(port)
            ),
        ),
        io::ErrorKind::PermissionDenied => language.pick(
            format!("Je n’ai pas le droit de prendre le port {port}. Choisis un port à partir de 1024, par exemple « --port 8080 ».\n"),
            format!("I am not allowed to take port {port}. Choose a port from 1024 on, for instance “--port 8080”.\n"),
        ),
        _ => language.pick(
            format!("Je ne peux pas prendre le port {port} ({error}). Choisis-en un autre avec « --port ».\n"),
            format!("I cannot take port {port} ({error}). Choose another with “--port”.\n"),
        ),
    };
    typeset(&text, language)
}

fn another(port: u16) -> u16 {
    port.checked_add(1).unwrap_or(8080)
}

/// The folder of the class cannot be written in.
pub fn no_data_folder(data: &str, error: &io::Error, language: Language) -> String {
    let text = language.pick(
        format!("{data} : je ne peux pas écrire dans ce dossier ({error}). Choisis un autre dossier avec « --data ».\n"),
        format!("{data}: I cannot write in this folder ({error}). Choose another folder with “--data”.\n"),
    );
    typeset(&text, language)
}

/// What is wrong with the list of codes.
pub fn list_problem(problem: &ListProblem, language: Language) -> String {
    let text = match problem {
        ListProblem::File(file, error) => {
            let file = file.display();
            language.pick(
                format!("{file} : je ne peux pas lire ou écrire ce fichier ({error}). Regarde le dossier « --data ».\n"),
                format!("{file}: I cannot read or write this file ({error}). Look at the folder “--data”.\n"),
            )
        }
        ListProblem::Unreadable(file, what) => {
            let file = file.display();
            language.pick(
                format!(
                    "{file} : ce n’est pas une liste de codes ({what}).\n\
                     Remets une copie d’avant, ou déplace ce fichier et refais les codes. Les travaux ne risquent rien.\n"
                ),
                format!(
                    "{file}: this is no list of codes ({what}).\n\
                     Put an earlier copy back, or move this file away and make the codes again. The work is safe.\n"
                ),
            )
        }
        ListProblem::Newer(file) => {
            let file = file.display();
            language.pick(
                format!(
                    "{file} : cette liste vient d’une Fabrique plus récente. Prends la nouvelle version.\n"
                ),
                format!("{file}: this list comes from a newer Fabrique. Take the new version.\n"),
            )
        }
        ListProblem::NoChance => language
            .pick(
                "Cet ordinateur ne donne pas de hasard pour faire un code. Essaie encore.\n",
                "This computer gives no chance to make a code with. Try again.\n",
            )
            .to_owned(),
    };
    typeset(&text, language)
}

/// Where the app is; `network` holds the address in the network, where other computers may come.
pub fn serving(port: u16, network: Option<Option<IpAddr>>, language: Language) -> String {
    let mut text = language.pick(
        format!("Sur cet ordinateur : http://127.0.0.1:{port}/\n"),
        format!("On this computer: http://127.0.0.1:{port}/\n"),
    );
    if let Some(address) = network {
        let address = address.map_or_else(
            || {
                language
                    .pick("ADRESSE-DE-CET-ORDINATEUR", "ADDRESS-OF-THIS-COMPUTER")
                    .to_owned()
            },
            |address| address.to_string(),
        );
        text.push_str(&language.pick(
            format!(
                "Sur les autres ordinateurs de la salle : http://{address}:{port}/\n\
                 Sans https, ils n’ont ni mode hors ligne ni branchement de carte. Le reste marche.\n"
            ),
            format!(
                "On the other computers of the room: http://{address}:{port}/\n\
                 Without https they have no offline mode and cannot plug in a board. The rest works.\n"
            ),
        ));
    }
    typeset(&text, language)
}

/// No work is sent here.
pub fn only_the_app(language: Language) -> String {
    let text = language.pick(
        "L’appli seulement. Pour garder aussi le travail de la classe : ajoute « --data DOSSIER ».\n",
        "The app only. To keep the work of the class too: add “--data FOLDER”.\n",
    );
    typeset(text, language)
}

/// Where the work of the class is.
pub fn class_folder(data: &str, has_codes: bool, language: Language) -> String {
    let mut text = language.pick(
        format!("Le travail de la classe est dans : {data}\n"),
        format!("The work of the class is in: {data}\n"),
    );
    if !has_codes {
        text.push_str(&language.pick(
            format!("Personne n’a encore de code : fabrique codes --data {data} --space CLASSE --add 12\n"),
            format!("Nobody has a code yet: fabrique codes --data {data} --space CLASS --add 12\n"),
        ));
    }
    typeset(&text, language)
}

/// How to end it.
pub fn how_to_stop(language: Language) -> String {
    let text = language.pick(
        "Ctrl+C arrête. Rien ne se perd.\n",
        "Ctrl+C stops. Nothing is lost.\n",
    );
    typeset(text, language)
}

/// The system stopped it.
pub fn stopped(error: &io::Error, language: Language) -> String {
    let text = language.pick(
        format!("Le système arrête le serveur ({error}). Relance la commande.\n"),
        format!("The system stops the server ({error}). Run the command again.\n"),
    );
    typeset(&text, language)
}

/// Codes on a sheet to cut out.
pub fn sheet(codes: &[Code], space: &str, role: Role, language: Language) -> String {
    let line = "- ".repeat(36);
    let line = line.trim_end();
    let mut text = String::new();
    for code in codes {
        let whose = match role {
            Role::Participant => language.pick("Ton code", "Your code"),
            Role::Trainer => language.pick("Code du formateur", "Code of the trainer"),
        };
        let _ = writeln!(text, "{line}");
        let _ = writeln!(
            text,
            "  {}",
            language.pick(format!("Classe : {space}"), format!("Class: {space}"))
        );
        let _ = writeln!(
            text,
            "  {}",
            language.pick(
                format!("{whose} : {}", code.for_people()),
                format!("{whose}: {}", code.for_people())
            )
        );
        // A trainer has no folder; the name is what `--revoke` asks for.
        let name = match role {
            Role::Participant => language.pick("Dossier :", "Folder:"),
            Role::Trainer => language.pick("Nom :", "Name:"),
        };
        let _ = writeln!(text, "  {name} {}", code.pseudonym());
    }
    let _ = writeln!(text, "{line}");
    text.push_str(language.pick(
        "Imprime et découpe. Ces codes ne sont écrits nulle part ailleurs.\n\
         Note sur papier qui a quel dossier. Code perdu : fabrique codes --renew DOSSIER\n",
        "Print and cut out. These codes are written nowhere else.\n\
         Note on paper who has which folder. A code is lost: fabrique codes --renew FOLDER\n",
    ));
    typeset(&text, language)
}

/// Everybody, by space.
pub fn people(people: &[(&Who, bool)], language: Language) -> String {
    if people.is_empty() {
        let text = language.pick(
            "Personne n’a encore de code. Pour en faire : --space CLASSE --add 12, et --space CLASSE --trainer\n",
            "Nobody has a code yet. To make some: --space CLASS --add 12, and --space CLASS --trainer\n",
        );
        return typeset(text, language);
    }
    let mut text = String::new();
    for (who, is_revoked) in people {
        let role = match who.role {
            Role::Participant => "",
            Role::Trainer => language.pick("  formateur", "  trainer"),
        };
        let revoked = if *is_revoked {
            language.pick("  code repris", "  code taken back")
        } else {
            ""
        };
        let _ = writeln!(text, "{}/{}{role}{revoked}", who.space, who.name);
    }
    let count = people.len();
    let _ = writeln!(
        text,
        "{count} {}",
        plural(
            count,
            language.pick("code", "code"),
            language.pick("codes", "codes"),
            language
        )
    );
    typeset(&text, language)
}

/// A code does not open any more.
pub fn revoked(name: &str, language: Language) -> String {
    let text = language.pick(
        format!("Le code de « {name} » n’ouvre plus rien. Le dossier reste. Pour un autre code : --renew {name}\n"),
        format!("The code of “{name}” opens nothing any more. The folder stays. For another code: --renew {name}\n"),
    );
    typeset(&text, language)
}

/// Nobody has that pseudonym.
pub fn nobody_is_called(name: &str, language: Language) -> String {
    let text = language.pick(
        format!("Je ne vois personne qui s’appelle « {name} ». La liste : fabrique codes --data DOSSIER\n"),
        format!("I see nobody called “{name}”. The list: fabrique codes --data FOLDER\n"),
    );
    typeset(&text, language)
}
