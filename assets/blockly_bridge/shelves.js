// The shelves: Blockly's toolbox made from the page's list, the shelf of variables, and on a phone the button that
// opens them.

import { blockState } from './rows.js';
import { element, icon } from './elements.js';

const VARIABLES = 'bridge_variables';
const NEW_VARIABLE = 'bridge_new_variable';

/** Blockly's toolbox. A shelf whose blocks are all about a variable is filled when it opens. */
export function toolboxJson(shelves, table) {
  const contents = shelves.map(({ id, name, icon: href, blocks }) => ({
    kind: 'category',
    name,
    tile: id,
    icon: href,
    ...(isAboutVariables(blocks, table) ? { custom: VARIABLES } : { contents: blocks.map((block) => shelfBlock(block, table)) }),
  }));
  return { kind: 'categoryToolbox', contents };
}

function shelfBlock({ inputs, ...row }, table, fields = {}) {
  const state = blockState({ ...row, fields: { ...row.fields, ...fields } }, table);
  return { kind: 'block', ...state, inputs };
}

const variableField = ({ type }, table) => table.rows.get(type)?.args.find((argument) => argument.kind === 'variable');
const isAboutVariables = (blocks, table) => blocks.every((block) => variableField(block, table));

/** Gives the workspace what the shelf of variables needs: values once for each variable, actions for the last one. */
export function stockVariables(Blockly, ws, shelves, table, words) {
  const shelf = shelves.find(({ blocks }) => isAboutVariables(blocks, table));
  if (!shelf) return;
  ws.registerButtonCallback(NEW_VARIABLE, () => Blockly.Variables.createVariableButtonHandler(ws));
  ws.registerToolboxCategoryCallback(VARIABLES, () => {
    const names = ws.getVariableMap().getVariablesOfType('').map((variable) => variable.getName());
    const stock = shelf.blocks.flatMap((block) => {
      const { name, value } = variableField(block, table);
      const isValue = table.rows.get(block.type).shape === 'value';
      const chosen = names.length ? (isValue ? names : names.slice(-1)) : [value];
      return chosen.map((word) => shelfBlock(block, table, { [name]: word }));
    });
    return [{ kind: 'button', text: words.newVariable, callbackkey: NEW_VARIABLE }, ...stock];
  });
}

/** On a phone the toolbox is away until its button is pressed. */
export class PhoneShelves {
  constructor(Blockly, ws, host, words, icons) {
    Object.assign(this, { Blockly, ws, host });
    this.word = element('span', {});
    this.button = element('button', { type: 'button', class: 'button blocks-shelves', click: () => this.show(!this.isOpen) }, icon(`${icons}#plus`), this.word);
    this.words = words;
    host.append(this.button);
    this.show(false);
  }

  show(isOpen) {
    this.isOpen = isOpen;
    const toolbox = this.ws.getToolbox();
    if (!isOpen) toolbox.clearSelection();
    toolbox.setVisible(isOpen);
    this.button.setAttribute('aria-expanded', String(isOpen));
    this.button.dataset.state = isOpen ? 'open' : 'closed';
    this.word.textContent = isOpen ? this.words.closeShelves : this.words.shelves;
    this.Blockly.svgResize(this.ws);
    if (isOpen && !toolbox.getSelectedItem()) toolbox.selectItemByPosition(0);
  }

  dispose() {
    this.button.remove();
  }
}
