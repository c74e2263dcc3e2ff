import { expect, type ElectronApplication } from '@playwright/test';

const serviceNames = { engine: 'Forthwith Engine', reader: 'Forthwith Reader' } as const;
type ServiceName = keyof typeof serviceNames;

/** The process behind a service, as the system counts it; null while there is none. */
export async function findProcess(
  electron: ElectronApplication,
  service: ServiceName,
): Promise<number | null> {
  const processes = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, name, serviceName }) => ({ pid, names: [name, serviceName] })),
  );
  return processes.find(({ names }) => names.includes(serviceNames[service]))?.pid ?? null;
}

/** Kills a process outright, as the system does when memory runs out, and waits until another took its place. */
export async function killProcess(electron: ElectronApplication, service: ServiceName): Promise<void> {
  const before = await findProcess(electron, service);
  if (before === null) throw new Error(`there is no ${service} process`);
  // The test may not be allowed to signal another user's process; the app itself always is.
  await electron.evaluate((_electron, pid) => void process.kill(pid, 'SIGKILL'), before);
  await expect
    .poll(async () => {
      const now = await findProcess(electron, service);
      return now !== null && now !== before;
    })
    .toBe(true);
}
