import { pathToFileURL } from 'node:url';
import { app } from './app';

// Electron evaluates the app's entry file to its end before anything else happens, `ready` included: an
// entry file that waits for `ready` waits for ever. So does the double.
process.argv.splice(1, 1);
const [, entry = ''] = process.argv;
await import(pathToFileURL(entry).href);
app.entryLoaded();
