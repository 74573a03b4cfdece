// The bar under the program: what can be done with the block that was tapped, or where the block in hand may go.

import { element, icon } from './elements.js';

export class Bar {
  constructor(host, words, icons, onLeave) {
    Object.assign(this, { words, icons, onLeave });
    this.bar = element('div', { class: 'blocks-bar', role: 'toolbar', 'aria-label': words.block, hidden: true });
    host.append(this.bar);
  }

  get isOpen() {
    return !this.bar.hidden;
  }

  /** @param actions [{text, act}] */
  show(sentence, actions, { isHand = false, isFocused = false } = {}) {
    const buttons = actions.map(({ text, act }) => element('button', { type: 'button', class: 'blocks-action', click: act }, text));
    const leave = element('button', { type: 'button', class: 'blocks-leave', 'aria-label': this.words.leave, click: this.onLeave }, icon(`${this.icons}#x`));
    const mark = isHand ? [icon(`${this.icons}#pointer`)] : [];
    this.bar.replaceChildren(...mark, element('b', {}, sentence), ...buttons, leave);
    this.bar.dataset.state = isHand ? 'hand' : 'block';
    this.bar.hidden = false;
    if (isFocused) buttons[0]?.focus();
  }

  say(sentence) {
    this.show(sentence, []);
  }

  hide() {
    this.bar.hidden = true;
  }

  dispose() {
    this.bar.remove();
  }
}

/** What can be done with a placed block, without dragging. */
export function actionsFor(Blockly, ws, block, words, hand) {
  const group = (change) => () => {
    Blockly.Events.setGroup(true);
    try {
      change();
    } finally {
      Blockly.Events.setGroup(false);
    }
  };
  const field = editableField(block);
  return [
    block.isMovable() && { text: words.actMove, act: () => hand.take(block, { isPlaced: true }) },
    block.isDuplicatable() && ws.isCapacityAvailable({ [block.type]: block.getDescendants(false).length }) && {
      text: words.actDuplicate,
      act: group(() => duplicate(Blockly, ws, block)),
    },
    field && { text: words.actEdit, act: () => { hand.drop(); field.showEditor(); } },
    ...(block.growthActions?.() ?? []),
    block.isDeletable() && { text: words.actRemove, act: group(() => block.dispose(true)) },
  ].filter(Boolean);
}

/** The first thing on the block, or on the usual values in its sockets, that one can change. */
function editableField(block) {
  const shadows = block.inputList.map((input) => input.connection?.targetBlock()).filter((child) => child?.isShadow());
  return [block, ...shadows].flatMap((each) => [...each.getFields()]).find((field) => field.name && field.isClickable());
}

function duplicate(Blockly, ws, block) {
  const state = Blockly.serialization.blocks.save(block, { addNextBlocks: false, addCoordinates: true });
  delete state.id;
  delete state.next;
  const copy = Blockly.serialization.blocks.append({ ...state, x: (state.x ?? 0) + 24, y: (state.y ?? 0) + 24 }, ws, { recordUndo: true });
  if (block.nextConnection && copy.previousConnection) block.nextConnection.connect(copy.previousConnection);
  else if (block.getParent()) copy.moveTo(block.getRelativeToSurfaceXY().translate(24, 24));
}
