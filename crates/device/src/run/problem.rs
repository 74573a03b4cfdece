//! What keeps blocks from running, found before anything runs.

/// What keeps a block from running. A script that holds one does not run, unless its kind says otherwise; nor does
/// a script that calls a function that holds one. All others run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockProblem {
    /// The id of the block it speaks of.
    pub block: String,
    /// What is wrong.
    pub kind: BlockProblemKind,
}

/// What can be wrong with a block before anything runs. Sentences: [`crate::words::block_problem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockProblemKind {
    /// A socket without a value.
    EmptySocket {
        /// The input's name.
        input: String,
    },
    /// A block of a newer version. In a stack it is passed over and the script runs; in a socket it is missing.
    UnknownBlock,
    /// A line of text that nobody could read; it is passed over.
    UnreadLine,
    /// A block that acts on a part the board does not have.
    NoSuchPart {
        /// The part's saved name; empty when the block names none.
        part: String,
    },
    /// A block of the wrong kind in a socket (a truth where a number is asked), or a value in a stack.
    WrongKind {
        /// The input's name; empty in a stack.
        input: String,
    },
    /// `sortir de la boucle` outside a loop.
    NoLoopToLeave,
    /// A call of a function that is not there, or with more values than it takes.
    NoSuchFunction,
    /// A parameter outside the function that has it.
    NoSuchParameter,
    /// A stack without a hat, or a hat inside a stack; it never runs, the others do.
    Loose,
    /// More blocks, parameters or nesting than the machine takes.
    TooBig,
}
