// What is written on a block: numbers with the language's decimal sign, choices that keep a word they do not know.

/** How numbers are written, and the limits of the sockets they stand in; set when a workspace opens. */
export const numbers = {
  decimal: '.',
  /** "<type> <input>" -> {min, max, precision} */
  limits: new Map(),
};

/** A typed number, or null. Both decimal signs are read, spaces and the typographic minus too. */
export function readNumber(text) {
  const plain = String(text).replace(/[\s\u00a0\u202f]/g, '').replace(/[\u2212\u2013]/g, '-').replace(',', '.');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

/** At most three decimals, as the text form writes them. */
export function writeNumber(value) {
  return String(Number(value.toFixed(3))).replace('.', numbers.decimal).replace('-', '\u2212');
}

/** Nearest allowed value. */
function within(value, { min = -1e9, max = 1e9, precision = 0.001 }) {
  const decimals = (String(precision).split('.')[1] ?? '').length;
  const clamped = Math.min(Math.max(value, min), max);
  return Number((Math.round(clamped / precision) * precision).toFixed(decimals));
}

/** The limits of the socket a number stands in: they belong to the parent's input, the number itself has none. */
function limitsAround(field) {
  const input = field.getSourceBlock()?.outputConnection?.targetConnection?.getParentInput();
  return (input && numbers.limits.get(`${input.getSourceBlock().type} ${input.name}`)) ?? {};
}

/** An open editor is named after the block it belongs to. */
function nameInput(input, field) {
  const block = field.getSourceBlock();
  input.setAttribute('aria-label', (block.getParent() ?? block).toString());
}

/** Makes Blockly use our fields under its own names. Once a page: its registries are global. */
export function registerFields(Blockly) {
  class NumberField extends Blockly.FieldNumber {
    // Text is what a person typed: it is read and brought within the limits. A number comes from a program or from
    // undo: it is kept as it is, whatever it is.
    doClassValidation_(value) {
      if (typeof value === 'number') return Number.isFinite(value) ? value : null;
      const read = readNumber(value ?? '');
      return read === null ? null : within(read, limitsAround(this));
    }
    getText_() {
      return writeNumber(Number(this.getValue() ?? 0));
    }
    getEditorText_(value) {
      return writeNumber(Number(value));
    }
    widgetCreate_() {
      const input = super.widgetCreate_();
      const { min = -1e9, precision = 0.001 } = limitsAround(this);
      // The decimal pad of some phones has no minus.
      input.inputMode = min < 0 ? 'text' : Number.isInteger(precision) ? 'numeric' : 'decimal';
      input.autocomplete = 'off';
      nameInput(input, this);
      return input;
    }
  }

  class WordField extends Blockly.FieldTextInput {
    static fromJson(options) {
      return new WordField(options.text, undefined, options);
    }
    widgetCreate_() {
      const input = super.widgetCreate_();
      nameInput(input, this);
      return input;
    }
  }

  class ChoiceField extends Blockly.FieldDropdown {
    doClassValidation_(value) {
      return typeof value === 'string' ? value : null;
    }
    getText_() {
      const option = this.getOptions(true).find(([, saved]) => saved === this.getValue());
      return option ? option[0] : String(this.getValue());
    }
  }

  /** A choice of one: plain words, with the saved word behind them. */
  class OnlyChoiceField extends Blockly.FieldLabelSerializable {
    constructor(value, option) {
      super(value, 'blocks-only-choice');
      this.option = option;
    }
    static fromJson({ options }) {
      return new OnlyChoiceField(options[0][1], options[0]);
    }
    getText_() {
      const [shown, saved] = this.option ?? [];
      return saved === this.getValue() ? shown : String(this.getValue());
    }
  }

  // A press on a shelf block takes the block, wherever on it one presses.
  Blockly.Field.prototype.isClickableInFlyout = () => false;

  const registry = Blockly.fieldRegistry;
  for (const [name, field] of [['field_number', NumberField], ['field_input', WordField], ['field_dropdown', ChoiceField]]) {
    registry.unregister(name);
    registry.register(name, field);
  }
  registry.register('field_only_choice', OnlyChoiceField);
}
