// In each browser, before anything else runs. Zod tries out whether it may compile its checks (`new Function`), which
// the page's policy refuses and reports; told so beforehand, it does not try (zod/v4/core/util.js, allowsEval).
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
