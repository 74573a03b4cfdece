// Blocks that grow: `if` by clauses, a call by arguments. How far one has grown is its extra state; the actions that
// change it are offered in the bar of the block and in its context menu, and by the plus on the block.

const PLUS = 'data:image/svg+xml,' + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><circle cx="14" cy="14" r="13" fill="#fff" fill-opacity=".2"/>' +
  '<path d="M14 8v12M8 14h12" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/></svg>',
);

/** What a row that grows adds to its definition: `init` and methods of the block; nothing for other rows. */
export function growing(Blockly, words, offerActions) {
  return (row) => {
    if (row.clauses) return clauses(Blockly, row, words, offerActions);
    if (row.more) return more(Blockly, row);
    return {};
  };
}

/** Changes how far a block has grown, as one step that undo knows. */
function grow(Blockly, block, change) {
  Blockly.Events.setGroup(true);
  try {
    const before = JSON.stringify(block.saveExtraState());
    block.loadExtraState({ ...block.grown, ...change });
    const after = JSON.stringify(block.saveExtraState());
    if (before !== after) {
      Blockly.Events.fire(new (Blockly.Events.get(Blockly.Events.BLOCK_CHANGE))(block, 'mutation', null, before, after));
    }
  } finally {
    Blockly.Events.setGroup(false);
  }
}

function clauses(Blockly, row, words, offerActions) {
  const { else_if: elseIf, else: otherwise, most } = row.clauses;
  const [before, after] = elseIf.split('%1').map((text) => text.trim());
  const actions = (block) => {
    const { ELSE_IFS: elseIfs, ELSE: hasElse } = block.grown;
    const action = (text, change, possible) => possible && { text, act: () => grow(Blockly, block, change) };
    const name = (template, word) => template.replace('%1', word);
    return [
      action(name(words.add, before), { ELSE_IFS: elseIfs + 1 }, elseIfs < most),
      action(name(words.add, otherwise), { ELSE: 1 }, !hasElse),
      action(name(words.takeOff, before), { ELSE_IFS: elseIfs - 1 }, elseIfs > 0),
      action(name(words.takeOff, otherwise), { ELSE: 0 }, hasElse),
    ].filter(Boolean);
  };
  const methods = {
    saveExtraState() {
      return { ...this.grown };
    },
    loadExtraState(state) {
      this.grown = { ELSE_IFS: state.ELSE_IFS ?? 0, ELSE: state.ELSE ?? 0 };
      const wanted = [];
      for (let n = 1; n <= this.grown.ELSE_IFS; n++) wanted.push(`IF${n}`, `THEN${n}`, `DO${n}`);
      if (this.grown.ELSE) wanted.push('OTHERWISE', 'ELSE');
      const isClause = (name) => /^(IF|THEN|DO)[1-9]\d*$|^OTHERWISE$|^ELSE$/.test(name);
      for (const { name } of [...this.inputList]) if (isClause(name) && !wanted.includes(name)) takeOff(this, name);
      for (const name of wanted) {
        if (this.getInput(name)) continue;
        if (name.startsWith('IF')) this.appendValueInput(name).setCheck('Boolean').appendField(before);
        else if (name.startsWith('THEN')) this.appendDummyInput(name).appendField(after);
        else if (name === 'OTHERWISE') this.appendDummyInput(name).appendField(otherwise);
        else this.appendStatementInput(name);
        // A new `else if` stands before the `else`.
        if (!name.startsWith('OTH') && name !== 'ELSE' && this.getInput('OTHERWISE')) this.moveInputBefore(name, 'OTHERWISE');
      }
    },
    growthActions() {
      return actions(this);
    },
    growthFields() {
      return { ...this.grown };
    },
    customContextMenu(menu) {
      for (const { text, act } of actions(this)) menu.push({ text, enabled: true, callback: act });
    },
  };
  return {
    methods,
    init() {
      this.grown = { ELSE_IFS: 0, ELSE: 0 };
      const plus = new Blockly.FieldImage(PLUS, 28, 28, words.grow, () => offerActions(this));
      this.appendDummyInput('PLUS').appendField(plus);
      this.moveInputBefore('PLUS', row.do[0]);
    },
  };
}

/** Takes an input off; what stood in it stays on the workspace. */
function takeOff(block, name) {
  const child = block.getInput(name).connection?.targetBlock();
  if (child && !child.isShadow()) child.unplug();
  block.removeInput(name);
}

function more(Blockly, row) {
  const { input, first, then } = row.more;
  const methods = {
    saveExtraState() {
      return { ...this.grown };
    },
    loadExtraState(state) {
      this.grown = { more: state.more ?? 0 };
      for (let n = 0; n < this.grown.more; n++) {
        const word = (n ? then : first).replace('%1', '').trim();
        if (!this.getInput(input + n)) this.appendValueInput(input + n).appendField(word);
      }
    },
    growthFields() {
      return {};
    },
  };
  return { methods, init() { this.grown = { more: 0 }; } };
}
