import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * Runs a command and tells how long it took, what it used and what it said. `peak`: also the largest memory of it and its children,
 * sampled, in MB.
 */
export function timed(command, args, { env = {}, cwd, peak = false, input } = {}) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: [input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr, largest] = ['', '', 0];
    child.stdout.setEncoding('utf8').on('data', (data) => {
      stdout += data;
    });
    child.stderr.setEncoding('utf8').on('data', (data) => {
      stderr += data;
    });
    const sampler = peak
      ? setInterval(() => {
          largest = Math.max(largest, memoryOf(child.pid));
        }, 50)
      : null;
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (sampler) clearInterval(sampler);
      resolve({
        seconds: Number(process.hrtime.bigint() - start) / 1e9,
        status,
        signal,
        stdout,
        stderr,
        peakMb: largest,
      });
    });
    if (input) child.stdin.end(input);
  });
}

/** Resident memory of a process in MB; 0 when it is gone. Linux only. */
function memoryOf(pid) {
  try {
    return Number(/^VmRSS:\s+([0-9]+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
