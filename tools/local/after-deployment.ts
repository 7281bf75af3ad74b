import type { LocalCloud } from "./local-cloud.ts";

/** What `npm start` does once the app is deployed, in this order; each part throws when it cannot be done. */
export const afterDeployment: readonly { title: string; run(cloud: LocalCloud): Promise<void> }[] = [];
