import { registerHooks } from 'node:module';

// Loaded with --import before the built main process: from then on `electron` is the double. Files of
// the double import each other without extension, as everywhere in this project.
const double = new URL('./', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === 'electron') return next(`${double}index.ts`, context);
    const isOwnFile = context.parentURL?.startsWith(double) === true && specifier.startsWith('./');
    return next(isOwnFile ? `${specifier}.ts` : specifier, context);
  },
});
