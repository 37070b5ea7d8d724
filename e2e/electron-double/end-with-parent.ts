// Loaded with --import into a utility process of the double: it ends with the app however the app
// goes, as Electron's own do. The channel closes even when the app is killed.
process.on('disconnect', () => process.exit(0));
process.channel?.unref();
