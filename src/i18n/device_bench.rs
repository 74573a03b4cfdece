//! Words of the device bench.

use words::Language;

super::words! {
    /// Words of the device bench.
    pub DeviceWords {
        // Run controls.
        Start => "Démarrer", "Start";
        Pause => "Pause", "Pause";
        GoOn => "Continuer", "Continue";
        GoOnFromHere => "Repartir d’ici", "Go on from here";
        StepOnce => "Pas à pas", "Step by step";
        Speed => "Vitesse", "Speed";
        RunControls => "Marche de l’appareil", "Running the device";

        // The board.
        TheBoard => "La carte et ses pièces", "The board and its parts";
        Light => "Lumière", "Light";
        Buzzer => "Buzzer", "Buzzer";
        Button => "Bouton", "Button";
        Buttons => "Boutons", "Buttons";
        Potentiometer => "Potentiomètre", "Potentiometer";
        Room => "Lumière de la pièce", "Light of the room";
        Silent => "silence", "silent";
        Pressed => "appuyé", "pressed";
        Released => "relâché", "released";
        YourHands => "Tes réglages", "Your settings";

        // The time line.
        TimeLine => "Ligne de temps", "Time line";
        ToTheBeginning => "Au début", "To the beginning";
        PullToGoBack => "Tire pour revenir en arrière", "Pull to go back in time";
        CurveComesHere => "La courbe viendra ici.", "The curve will come here.";
        InstantShown => "Instant montré", "Instant shown";

        // The verdict.
        ISeeShort => "Je vois", "I see";
        ItTakesShort => "Il faut", "It takes";
        Here => "ici", "here";

        // For authors.
        CopyLessonText => "Copier pour une leçon", "Copy for a lesson";
        Copied => "C’est copié. Colle-le dans ton fichier.", "Copied. Paste it into your file.";
        NotCopied => "Le navigateur refuse. Ouvre «\u{a0}Texte\u{a0}» et copie-le.", "The browser refuses. Open “Text” and copy it.";

        // What is said at a stop.
        Stopped => "Arrêt à", "Stopped at";
        Ended => "Fini à", "Ended at";
        Nothing => "Rien ne se passe encore. Mets des blocs sous un bloc de départ.", "Nothing happens yet. Put blocks under a start block.";
        TimeLineFull => "La ligne de temps est pleine. Ajoute une pause.", "The time line is full. Add a pause.";
        TooFast => "Ça change trop vite pour tes yeux. Ajoute un bloc «\u{a0}attendre\u{a0}».", "It changes too fast for your eyes. Add a “wait” block.";
        Turn => "tour", "turn";
    }
}

/// `1,5 à 2 s`, from a figure and an amount with its unit.
pub fn stretch(from: &str, to: &str, language: Language) -> String {
    language.pick(format!("{from} à {to}"), format!("{from} to {to}"))
}
