//! "Copy as lesson text": the board and the program as an author writes them in a lesson.

use crate::browser::clipboard;
use crate::i18n::device_bench::DeviceWords;
use crate::widgets::icon::Icon;
use device::parts::Board;
use device::program::Program;
use device::{board_text, text};
use lesson::vocabulary::FenceKind;
use std::rc::Rc;
use words::Language;
use yew::platform::spawn_local;
use yew::prelude::*;

/// The board's fence and the program's, to paste into a lesson.
fn lesson_text(board: &Board, program: &Program, language: Language) -> String {
    let fence =
        |kind: FenceKind, inside: &str| format!("```{}\n{}\n```\n", kind.words(language), inside.trim_end());
    let board_fence = fence(FenceKind::Board, &board_text::write(board, language));
    let program_fence = fence(FenceKind::Starter, &text::write(program, board, language));
    format!("{board_fence}\n{program_fence}")
}

/// Properties of [`CopyLessonText`].
#[derive(Properties, PartialEq)]
pub struct CopyLessonTextProps {
    /// Language of words and of the text.
    pub language: Language,
    /// The board and its parts.
    pub board: Rc<Board>,
    /// The program.
    pub program: Rc<Program>,
}

/// The button, and whether it worked.
#[component]
pub fn CopyLessonText(props: &CopyLessonTextProps) -> Html {
    let language = props.language;
    // Of which program a copy was made, and whether the browser let it be made.
    let copied = use_state(|| None::<(Rc<Program>, bool)>);
    let onclick = {
        let (copied, board, program) = (copied.clone(), Rc::clone(&props.board), Rc::clone(&props.program));
        move |_| {
            let text = lesson_text(&board, &program, language);
            let (copied, program) = (copied.setter(), Rc::clone(&program));
            spawn_local(async move {
                let is_copied = clipboard::write(&text).await;
                copied.set(Some((program, is_copied)));
            });
        }
    };
    let outcome = match &*copied {
        Some((program, true)) if *program == props.program => DeviceWords::Copied.text(language),
        Some((_, false)) => DeviceWords::NotCopied.text(language),
        _ => "",
    };
    html! {
        <div class="lesson-text">
            <button type="button" class="button quiet" {onclick}><Icon name="copy" />{ DeviceWords::CopyLessonText.text(language) }</button>
            <span role="status">{ outcome }</span>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn a_bench_becomes_two_fences_that_a_lesson_reads() {
        let board = board_text::read("carte ESP32\nlampe sur D2\n").0;
        let program = text::read("toujours\n  allumer lampe\n  attendre 1 s\n", &board).0;
        expect![[r"
            ```carte
            carte ESP32
            lampe sur D2
            ```

            ```blocs depart
            toujours
              allumer lampe
              attendre 1 s
            ```
        "]]
        .assert_eq(&lesson_text(&board, &program, Language::French));
    }
}
