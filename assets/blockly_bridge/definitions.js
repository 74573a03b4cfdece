// Blockly's definitions from the rows of the page's table of blocks. No block is known here by name.

/** Types of our own: a block that only a newer table knows, a line of text that nobody could read, and the room made
 * for a block in hand. */
export const UNKNOWN = 'bridge_unknown';
export const UNREAD = 'bridge_unread';
export const UNKNOWN_VALUE = 'bridge_unknown_value';
export const ROOM = 'bridge_room';

// Blockly writes the style of a block into its class: these names are nobody else's.
export const NUMERAL_STYLE = 'bridge-numeral';
export const UNKNOWN_STYLE = 'bridge-unknown';
export const UNREAD_STYLE = 'bridge-unread';
export const styleOf = (category) => `bridge-${category}`;
export const hatStyleOf = (category) => `bridge-hat-${category}`;

const SOCKETS = { number: 'Number', bool: 'Boolean', any: null };
const isSocket = (argument) => argument.kind in SOCKETS;
const isField = (argument) => !isSocket(argument) && !argument.hidden && argument.kind !== 'count';
/** Variables and lists may share a name but not an id. */
const nameId = (kind, name) => (kind === 'list' ? `list ${name}` : name);

function argumentJson(argument) {
  const { name, kind, value } = argument;
  if (isSocket(argument)) return { type: 'input_value', name, check: SOCKETS[kind] };
  switch (kind) {
    case 'choice': {
      const type = argument.options.length > 1 ? 'field_dropdown' : 'field_only_choice';
      return { type, name, options: argument.options };
    }
    case 'variable':
      return { type: 'field_variable', name, variable: value };
    case 'list':
      return { type: 'field_variable', name, variable: value, variableTypes: ['list'], defaultType: 'list' };
    case 'numeral':
      return { type: 'field_number', name, value };
    default:
      return { type: 'field_input', name, text: String(value ?? ''), spellcheck: false };
  }
}

function definitionJson(row) {
  const shown = row.args.filter((argument) => isSocket(argument) || isField(argument));
  const json = {
    type: row.type,
    style: row.args.some((argument) => argument.kind === 'numeral') ? NUMERAL_STYLE : styleOf(row.cat),
    message0: row.text,
    args0: shown.map(argumentJson),
    inputsInline: true,
  };
  row.do.forEach((name, index) => {
    json[`message${index + 1}`] = '%1';
    json[`args${index + 1}`] = [{ type: 'input_statement', name }];
  });
  if (row.shape === 'value') json.output = row.out;
  else if (row.shape === 'hat') json.style = hatStyleOf(row.cat);
  else Object.assign(json, { previousStatement: null, nextStatement: null });
  return json;
}

/** The table of blocks, as the bridge asks it. */
export class Table {
  /** @param unread {type, field}: the kind of block that holds a line nobody could read, and where it holds it */
  constructor(rows, unread) {
    this.unread = unread;
    this.rows = new Map(rows.map((row) => [row.type, row]));
    /** The block that is a number and nothing else. */
    this.numeral = rows.find((row) => row.args.some((argument) => argument.kind === 'numeral'));
  }

  knows(type) {
    return this.rows.has(type);
  }

  /** What messages call a block. */
  label(type) {
    return this.rows.get(type)?.label;
  }

  categories() {
    return [...new Set([...this.rows.values()].map((row) => row.cat))];
  }

  argument(type, name) {
    return this.rows.get(type)?.args.find((argument) => argument.name === name);
  }

  sockets(type) {
    return this.rows.get(type)?.args.filter(isSocket) ?? [];
  }

  /** 'value', 'stack', or undefined when the block has no such input. */
  inputKind(type, name) {
    const row = this.rows.get(type);
    if (!row) return undefined;
    if (row.do.includes(name)) return 'stack';
    if (row.args.some((argument) => isSocket(argument) && argument.name === name)) return 'value';
    if (row.clauses && (name === 'ELSE' || /^DO\d+$/.test(name))) return 'stack';
    if (row.clauses && /^IF\d+$/.test(name)) return 'value';
    if (row.more && name.startsWith(row.more.input) && /^\d+$/.test(name.slice(row.more.input.length))) return 'value';
    return undefined;
  }

  /** The shadow a socket gets when nothing stands in it. */
  shadow(type, name) {
    const argument = this.argument(type, name);
    if (argument && isSocket(argument)) return this.numeralState(argument.value);
    return this.rows.get(type)?.more && this.inputKind(type, name) === 'value' ? this.numeralState(0) : undefined;
  }

  numeralState(value) {
    if (typeof value !== 'number' || !this.numeral) return undefined;
    const { name } = this.numeral.args.find((argument) => argument.kind === 'numeral');
    return { type: this.numeral.type, fields: { [name]: value } };
  }

  /** A field's value as Blockly's JSON has it, or undefined when it is not on the block. */
  fieldState(type, name, value) {
    const argument = this.argument(type, name);
    if (!argument || !isField(argument)) return undefined;
    if (argument.kind === 'variable' || argument.kind === 'list') {
      const word = String(value);
      return { id: nameId(argument.kind, word), name: word, type: argument.kind === 'list' ? 'list' : '' };
    }
    return value;
  }

  /** How many clauses or arguments a saved block has; undefined for blocks that do not grow. */
  growth(type, fields, inputs) {
    const row = this.rows.get(type);
    if (row?.clauses) {
      return { ELSE_IFS: count(fields.ELSE_IFS, row.clauses.most), ELSE: count(fields.ELSE, 1) };
    }
    if (!row?.more) return undefined;
    const numbers = Object.keys(inputs).map((name) => Number(name.slice(row.more.input.length)) + 1);
    return { more: Math.max(0, ...numbers.filter(Number.isInteger)) };
  }

  /** The limits of what is typed into the numbers of sockets. */
  limits() {
    const limits = new Map();
    for (const row of this.rows.values()) {
      for (const argument of row.args) {
        if (isSocket(argument) && argument.kind !== 'bool') limits.set(`${row.type} ${argument.name}`, argument);
      }
    }
    return limits;
  }
}

const count = (value, most) => Math.min(Math.max(0, Math.trunc(Number(value) || 0)), most);

/** Defines every block of the table, and ours. Again at each opening: texts depend on language and board. */
export function defineBlocks(Blockly, table, words, growing) {
  const define = (json, extra = {}) => {
    Blockly.Blocks[json.type] = { init() { this.jsonInit(json); extra.init?.call(this); }, ...extra.methods };
  };
  for (const row of table.rows.values()) define(definitionJson(row), growing(row));
  const unknown = {
    style: UNKNOWN_STYLE,
    message0: words.unknown,
    args0: [{ type: 'field_label_serializable', name: 'NAME', text: '?' }],
  };
  const inStack = { previousStatement: null, nextStatement: null };
  define({ ...unknown, ...inStack, type: UNKNOWN });
  define({ ...unknown, ...inStack, type: UNREAD, style: UNREAD_STYLE, message0: '%1' });
  define({ ...unknown, type: UNKNOWN_VALUE, output: null });
  // The word is hidden; a label of white space only would be drawn as a lower, empty row.
  define({ ...inStack, type: ROOM, style: NUMERAL_STYLE, message0: words.room });
}
