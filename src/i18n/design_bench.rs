//! Words of the drawing bench.

super::words! {
    /// Words of the drawing bench.
    pub DesignWords {
        // The tools.
        Tools => "Outils", "Tools";
        Choose => "Choisir", "Select";
        Rectangle => "Rectangle", "Rectangle";
        Circle => "Cercle", "Circle";
        Ellipse => "Ellipse", "Ellipse";
        Line => "Ligne", "Line";
        Polygon => "Polygone", "Polygon";
        Star => "Étoile", "Star";
        Text => "Texte", "Text";
        Form => "Forme", "Shape";
        Group => "Groupe", "Group";
        Several => "Plusieurs formes", "Several shapes";

        // The sheet.
        TheSheet => "La plaque et ton dessin", "The sheet and your drawing";
        SheetHelp => "La touche N choisit la forme suivante. Les flèches la déplacent.", "The N key chooses the next shape. The arrow keys move it.";
        OnTheSheet => "Sur la plaque", "On the sheet";
        NothingYet => "Rien encore. Choisis un outil, puis touche la plaque.", "Nothing yet. Pick a tool, then touch the sheet.";
        InWords => "En mots", "In words";
        Undo => "Annuler", "Undo";
        Redo => "Refaire", "Redo";
        ZoomIn => "Plus grand", "Larger";
        ZoomOut => "Plus petit", "Smaller";
        ShowAll => "Tout voir", "Show all";

        // What a gesture meets.
        InTheMiddleOf => "Au milieu", "In the middle";
        AtTheCentreOf => "Au centre", "At the centre";
        AtTheEdgeOf => "Au bord", "At the edge";
        AtTheEndOf => "Au bout", "At the end";
        OfTheRectangle => "du rectangle", "of the rectangle";
        OfTheCircle => "du cercle", "of the circle";
        OfTheEllipse => "de l’ellipse", "of the ellipse";
        OfTheLine => "de la ligne", "of the line";
        OfThePolygon => "du polygone", "of the polygon";
        OfTheStar => "de l’étoile", "of the star";
        OfTheText => "du texte", "of the text";
        OfTheForm => "de la forme", "of the shape";
        OfTheSheet => "de la plaque", "of the sheet";
        NewText => "Prénom", "Name";

        // Numbers.
        Panels => "Mesures, découpe et fichier", "Sizes, cutting and file";
        Measures => "Mesures", "Sizes";
        Width => "Largeur", "Width";
        Height => "Hauteur", "Height";
        Diameter => "Diamètre", "Diameter";
        RoundCorners => "Coins ronds", "Round corners";
        X => "X", "X";
        Y => "Y", "Y";
        EndX => "X du bout", "X of the end";
        EndY => "Y du bout", "Y of the end";
        Sides => "Côtés", "Sides";
        Points => "Pointes", "Points";
        YourText => "Ton texte", "Your text";
        TextSize => "Taille", "Size";
        Letters => "Écriture", "Letters";
        PlainLetters => "Droite", "Plain";
        HandwrittenLetters => "À la main", "Handwritten";
        Turned => "Tourné", "Turned";
        Less => "Moins", "Less";
        More => "Plus", "More";
        Name => "Nom", "Name";
        SheetSize => "Ta plaque", "Your sheet";
        ChooseAShape => "Choisis une forme, ou un outil.", "Choose a shape, or a tool.";

        // What the machine does.
        WhatDoesItDo => "Que fait la machine\u{a0}?", "What does the machine do?";
        Cut => "Couper", "Cut";
        CutDoes => "traverse le bois", "goes through the wood";
        Score => "Marquer", "Score";
        ScoreDoes => "trace une ligne", "draws a line";
        Engrave => "Graver", "Engrave";
        EngraveDoes => "brûle la surface", "burns the surface";
        Ignore => "Ignorer", "Ignore";
        IgnoreDoes => "ne fait rien", "does nothing";

        // What one does with shapes.
        Erase => "Effacer", "Delete";
        Copy => "Copier", "Copy";
        Paste => "Coller", "Paste";
        Mirror => "Retourner", "Mirror";
        MakeGroup => "Grouper", "Group";
        TakeApart => "Séparer", "Ungroup";
        ToFront => "Devant", "To the front";
        ToBack => "Derrière", "To the back";
        Arrange => "Ranger", "Arrange";
        AlignLeft => "À gauche", "Left";
        AlignCentre => "Au centre", "Centre";
        AlignRight => "À droite", "Right";
        AlignTop => "En haut", "Top";
        AlignMiddle => "Au milieu", "Middle";
        AlignBottom => "En bas", "Bottom";

        // Before the cut.
        CheckBeforeCut => "Vérifier pour la découpe", "Check before the cut";
        ThingToSettle => "chose à régler", "thing to settle";
        ThingsToSettle => "choses à régler", "things to settle";
        ForTheCut => "Découpe", "Cutting";
        AllWell => "Tout est bon pour la découpe.", "All is well for the cut.";
        ShowMe => "Montre-moi", "Show me";
        Repair => "Réparer", "Repair";
        PrepareFile => "Préparer le fichier", "Prepare the file";
        PieceAfterCut => "Ta pièce après la découpe", "Your piece after the cut";

        // The file.
        File => "Fichier", "File";
        Machine => "Machine", "Machine";
        Material => "Matière", "Material";
        UnknownMaterial => "Je ne sais pas encore", "I do not know yet";
        Thickness => "Épaisseur", "Thickness";
        InTheFile => "Dans le fichier", "In the file";
        NotInTheFile => "pas dans le fichier", "not in the file";
        SaveSvg => "Enregistrer le SVG", "Save the SVG";
        SendSvg => "Envoyer le fichier", "Send the file";
        PrintToScale => "Imprimer en taille réelle", "Print at real size";
        PrintTicket => "Imprimer le ticket", "Print the ticket";
        CutWithTrainer => "Coupe avec un formateur. Reste près de la machine.", "Cut with a trainer. Stay near the machine.";
        ThingsToSettleFirst => "Il reste des choses à régler.", "Some things are still to settle.";
        LaserBurns => "Le laser brûle", "The laser burns";

        // The kerf, measured.
        MeasureKerf => "Mesurer le trait du laser", "Measure the laser’s line";
        MaterialFirst => "Choisis d’abord une matière de l’atelier.", "Choose a material of the workshop first.";
        CutTestPiece => "Coupe la pièce d’essai\u{a0}: 10 bandes dans chaque sens.", "Cut the test piece: 10 strips each way.";
        PushStrips => "Serre les bandes l’une contre l’autre.", "Push the strips together.";
        TypeLengths => "Mesure leur longueur, et écris-la.", "Measure their length, and type it.";
        SaveTestPiece => "Enregistrer la pièce d’essai", "Save the test piece";
        StripsX => "Bandes en X", "Strips along X";
        StripsY => "Bandes en Y", "Strips along Y";
        UseMeasures => "Utiliser ces mesures", "Use these measures";
        MeasuresKept => "Cet ordinateur utilise ta mesure.", "This computer uses your measure.";
        MeasuresForAll => "Pour tous\u{a0}: mets ce fichier sur le site.", "For everyone: put this file on the site.";
        SaveWorkshop => "Enregistrer workshop.md", "Save workshop.md";
        WorkshopProblems => "À revoir dans workshop.md", "To look at in workshop.md";

        // In words.
        DrawingInWords => "Ton dessin en mots", "Your drawing in words";
        Copied => "Copié", "Copied";
        LineNumber => "Ligne", "Line";

        // Drawings one keeps.
        MyDrawings => "Mes dessins", "My drawings";
        NewDrawing => "Nouveau dessin", "New drawing";
        NoDrawing => "Pas encore de dessin. Commence ici.", "No drawing yet. Begin here.";
        DrawingErased => "Dessin effacé.", "Drawing deleted.";
        Duplicate => "Dupliquer", "Duplicate";
        Unnamed => "Dessin sans nom", "Drawing without a name";
        DrawingName => "Nom du dessin", "Name of the drawing";
    }
}
