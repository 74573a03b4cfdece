const SCRIPTS = {};
const rules = {
  createScriptURL(name) {
    if (Object.hasOwn(SCRIPTS, name)) return SCRIPTS[name];
    throw new TypeError(`not a script of this site: ${name}`);
  },
};
const policy = globalThis.trustedTypes?.createPolicy("fabrique", rules) ?? rules;
export const createScriptURL = (name) => policy.createScriptURL(name);
