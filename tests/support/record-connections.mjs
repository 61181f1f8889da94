// Preloaded (node --import): every connection, name look-up and datagram of the program becomes a line of the file DUIZHAO_TEST_CONNECTIONS.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const file = process.env.DUIZHAO_TEST_CONNECTIONS;
const note = (what, given) => appendFileSync(file, `${what} ${JSON.stringify(given, (_, value) => (typeof value === 'function' ? undefined : value))}\n`);
for (const [owner, names] of [
  [net.Socket.prototype, ['connect']],
  [dns, Object.keys(dns).filter((name) => /^(?:lookup|resolve|reverse)/.test(name))],
  [dns.promises, Object.keys(dns.promises).filter((name) => /^(?:lookup|resolve|reverse)/.test(name))],
  [dgram.Socket.prototype, ['send', 'connect']],
])
  for (const name of names) {
    const real = owner[name];
    if (typeof real !== 'function') continue;
    owner[name] = function (...given) {
      note(name, given.slice(0, 2));
      return real.apply(this, given);
    };
  }
syncBuiltinESMExports();
