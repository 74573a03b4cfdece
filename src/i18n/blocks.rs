//! Words of the workspace of blocks. `%1`, `%2` are holes that the bridge to Blockly fills.

mod blockly;

pub use blockly::BLOCKLY_IN_FRENCH;

super::words! {
    /// Words of the workspace of blocks.
    pub Blocks {
        TextForm => "Texte", "Text";
        Tools => "Outils du programme", "Program tools";
        Undo => "Annuler", "Undo";
        Redo => "Refaire", "Redo";
        Smaller => "Plus petit", "Smaller";
        Larger => "Plus grand", "Larger";
        Arriving => "Les blocs arrivent.", "The blocks are on their way.";
        NotArrived => "Les blocs ne sont pas arrivés.", "The blocks did not arrive.";
        CheckConnection => "Vérifie ta connexion, puis réessaie.", "Check your connection, then try again.";
        TooBig => "Ce programme a plus de 1 000 blocs. Le voici en texte.", "This program has more than 1,000 blocks. Here it is as text.";
        ProgramAsText => "Le programme en texte", "The program as text";
        EmptyProgram => "Il n’y a encore aucun bloc.", "There is no block yet.";
        Shelves => "Blocs", "Blocks";
        CloseShelves => "Fermer", "Close";
        NewVariable => "Nouvelle variable", "New variable";
        Block => "Ce que tu peux faire du bloc", "What you can do with the block";
        ThisBlock => "ce bloc", "this block";
        UnknownBlock => "bloc d’une version plus récente : %1", "block of a newer version: %1";
        Room => "place", "place";
        Move => "Déplacer", "Move";
        Duplicate => "Dupliquer", "Duplicate";
        Edit => "Modifier", "Edit";
        Remove => "Enlever", "Remove";
        Grow => "Ajouter à ce bloc", "Add to this block";
        AddClause => "Ajouter « %1 »", "Add “%1”";
        TakeClauseOff => "Enlever « %1 »", "Remove “%1”";
        Full => "Ton programme a 1 000 blocs. Enlève un bloc d’abord.", "Your program has 1,000 blocks. Remove a block first.";
        Places => "Places possibles", "Possible places";
        PutBlock => "Touche l’endroit où poser « %1 »", "Tap where to put “%1”";
        MoveBlock => "Touche l’endroit où mettre « %1 »", "Tap where to move “%1”";
        InHand => "%1, en main. %2 places possibles.", "%1, in hand. %2 possible places.";
        Placed => "%1, posé : %2.", "%1, placed: %2.";
        PutBack => "Le bloc reste où il était.", "The block stays where it was.";
        Leave => "Laisser", "Leave";
        Inside => "dans %1", "in %1";
        After => "après %1", "after %1";
        Before => "avant %1", "before %1";
        InsteadOf => "à la place de %1", "in place of %1";
        EmptySocket => "case vide", "empty slot";
        Aside => "à côté", "beside";
        AsideLong => "à côté, sur l’espace libre", "beside, in the free space";
        NewScript => "nouveau script", "new script";
        ToSee => "À voir : %1", "To see: %1";
        WhatToSee => "À voir dans les blocs", "To see in the blocks";
    }
}
