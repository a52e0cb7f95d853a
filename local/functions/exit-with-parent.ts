// Preloaded into a function's process: when the process that started it dies, however it dies, the channel between
// them closes and the function ends too, so that no port stays taken.
process.on('disconnect', () => process.exit(0));
process.channel?.unref();
