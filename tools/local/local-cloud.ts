import { deployApp } from "./deploy.ts";
import type { Deployment } from "./deployment.ts";
import { startEmulator } from "./emulator.ts";
import { localFolder } from "./folders.ts";
import { type IdentityProvider, openIdentityProvider } from "./identity-provider.ts";
import { startIdentityServer } from "./identity-server.ts";

/** The app, deployed and answering on this machine. */
export type LocalCloud = {
  endpoint: string;
  deployment: Deployment;
  identityProvider: IdentityProvider;
  stop(): Promise<void>;
};

/** Starts the emulator and deploys the app into it; what was started is stopped again when a later part fails. */
export const startLocalCloud = async (log: (line: string) => void): Promise<LocalCloud> => {
  const identityProvider = await openIdentityProvider(localFolder);
  const signIn = await startIdentityServer(identityProvider);
  try {
    const { endpoint, stop } = await startEmulator({ directory: localFolder, log });
    const { jwks } = identityProvider;
    try {
      const deployment = await deployApp({ endpoint, jwks, consoleIdentity: signIn.consoleIdentity, log });
      const stopBoth = async () => {
        await signIn.stop();
        await stop();
      };
      return { endpoint, deployment, identityProvider, stop: stopBoth };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    await signIn.stop();
    throw error;
  }
};
