// Loaded into the preview with --import: tells its parent how much processor time it took so far, or what it holds after a collection.
process.on('message', (asked) => {
  const { user, system } = process.cpuUsage();
  if (asked === 'cpu') return process.send((user + system) / 1000);
  global.gc();
  const held = {};
  for (const kind of process.getActiveResourcesInfo()) held[kind] = (held[kind] ?? 0) + 1;
  const { heapUsed, external } = process.memoryUsage();
  process.send({ heapMb: heapUsed / 2 ** 20, externalMb: external / 2 ** 20, held });
});
process.channel.unref();
