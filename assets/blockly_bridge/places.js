// Every place where a block in hand may go, with its names: a short one that is written on it and a long one that is
// read aloud.

import { UNKNOWN_VALUE } from './definitions.js';
import { fill } from './elements.js';
import { isLocked } from './rows.js';

/**
 * Kinds: `gap` (in a stack, at `connection`, or above the loose stack `before`), `socket` (at `connection`), `free`.
 * @param hand the block in hand
 * @param inside what moves with it and so cannot hold it
 * @param label names a block
 */
export function placesFor(Blockly, ws, hand, inside, label, words) {
  const { VALUE, STATEMENT } = Blockly.inputs.inputTypes;
  const found = [];
  const hasStack = (block) => block?.inputList.some((input) => input.type === STATEMENT);
  const gap = (connection, previous, next, parent, more = {}) => {
    const where = { inside: parent && label(parent), after: previous && label(previous), before: next && label(next) };
    found.push({ kind: 'gap', connection, ...gapNames(where, previous && hasStack(previous), next && hasStack(next), words), ...more });
  };
  for (const block of ws.getAllBlocks(true)) {
    if (inside.has(block) || block.isShadow() || block.type === UNKNOWN_VALUE) continue;
    for (const input of isLocked(block) ? [] : block.inputList) {
      const held = input.connection?.targetBlock();
      if (hand.outputConnection && input.type === VALUE) {
        if (held && (!held.isShadow() || inside.has(held))) continue;
        if (!ws.connectionChecker.doTypeChecks(hand.outputConnection, input.connection)) continue;
        const where = held ? fill(words.insteadOf, held.toString()) : words.emptySocket;
        const name = fill(words.inside, label(block));
        found.push({ kind: 'socket', connection: input.connection, name, long: `${name}, ${where}` });
      } else if (hand.previousConnection && input.type === STATEMENT && !inside.has(held)) {
        gap(input.connection, null, held, block);
      }
    }
    if (!hand.previousConnection) continue;
    const next = block.getNextBlock();
    if (block.nextConnection && !inside.has(next)) gap(block.nextConnection, block, next, block.getSurroundParent());
    const isHead = block.previousConnection && !block.getParent();
    if (isHead && hand.nextConnection) gap(block.previousConnection, null, block, null, { before: block });
  }
  const isHat = !hand.previousConnection && !hand.outputConnection;
  found.push({ kind: 'free', name: isHat ? words.newScript : words.aside, long: words.asideLong });
  return found;
}

function gapNames({ inside, after, before }, afterStack, beforeStack, words) {
  const long = [
    inside && fill(words.inside, inside),
    after && fill(words.after, after),
    !after && before && fill(words.before, before),
  ];
  // On the place itself one word: the nearest thing that is easy to see.
  let name;
  if (!after && beforeStack) name = fill(words.before, before);
  else if (afterStack) name = fill(words.after, after);
  else if (inside) name = fill(words.inside, inside);
  else name = after ? fill(words.after, after) : fill(words.before, before);
  return { name, long: long.filter(Boolean).join(', ') };
}
