// Loaded into the preview with --import: answers, on the channel of its parent, what it holds after a collection.
process.on('message', () => {
  global.gc();
  const held = {};
  for (const kind of process.getActiveResourcesInfo()) held[kind] = (held[kind] ?? 0) + 1;
  const { heapUsed, external } = process.memoryUsage();
  process.send({ heapMb: heapUsed / 2 ** 20, externalMb: external / 2 ** 20, cpu: process.cpuUsage(), held });
});
process.channel.unref();
