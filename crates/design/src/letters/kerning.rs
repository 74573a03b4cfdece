//! How much nearer or farther two letters stand: pairs of the table GPOS, feature `kern`.

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::opentype_layout::LayoutTable;
use ttf_parser::{Face, GlyphId, Tag};

/// The pairs of a font.
pub struct Kerning<'font> {
    lookups: Vec<Vec<PairAdjustment<'font>>>,
}

impl<'font> Kerning<'font> {
    /// Of a font; a font without pairs moves nothing.
    pub fn of(face: &Face<'font>) -> Self {
        Self {
            lookups: face.tables().gpos.map(pair_lookups).unwrap_or_default(),
        }
    }

    /// In units of the font, added to the way from one letter to the next.
    pub fn between(&self, first: GlyphId, second: GlyphId) -> i16 {
        // Of one lookup the first table that knows the pair counts; lookups add up (OpenType, GPOS table).
        let of_lookup =
            |tables: &Vec<PairAdjustment>| tables.iter().find_map(|table| pair(table, first, second));
        self.lookups.iter().filter_map(of_lookup).sum()
    }
}

fn pair_lookups(gpos: LayoutTable<'_>) -> Vec<Vec<PairAdjustment<'_>>> {
    let mut numbers: Vec<u16> = gpos
        .features
        .into_iter()
        .filter(|feature| feature.tag == Tag::from_bytes(b"kern"))
        .flat_map(|feature| feature.lookup_indices)
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    let tables = |number| {
        let lookup = gpos.lookups.get(number)?;
        let pairs = lookup.subtables.into_iter::<PositioningSubtable>();
        Some(
            pairs
                .filter_map(|table| match table {
                    PositioningSubtable::Pair(pair) => Some(pair),
                    _ => None,
                })
                .collect(),
        )
    };
    numbers.into_iter().filter_map(tables).collect()
}

fn pair(table: &PairAdjustment, first: GlyphId, second: GlyphId) -> Option<i16> {
    let index = table.coverage().get(first)?;
    let (value, _) = match table {
        PairAdjustment::Format1 { sets, .. } => sets.get(index)?.get(second)?,
        PairAdjustment::Format2 { classes, matrix, .. } => {
            matrix.get((classes.0.get(first), classes.1.get(second)))?
        }
    };
    Some(value.x_advance)
}
