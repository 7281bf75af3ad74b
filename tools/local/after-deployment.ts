import { dayAt } from "../../shared/law/calendar.ts";
import { generateWard } from "../ward/generate.ts";
import { loadWard } from "../ward/load-ward.ts";
import { appoint } from "./appoint.ts";
import type { LocalCloud } from "./local-cloud.ts";
import { developmentOfficers } from "./officers.ts";
import { localStores } from "./stores.ts";

/** People of the synthetic ward that `npm start` begins with; always the same ones. */
export const wardPeople = 1000;
export const wardSeed = 20_261_123;

const loadPeople = async (cloud: LocalCloud): Promise<void> => {
  const stores = localStores(cloud);
  try {
    const now = stores.clock();
    await loadWard(generateWard({ seed: wardSeed, people: wardPeople, today: dayAt(now) }), stores, now);
  } finally {
    stores.close();
  }
};

const appointOfficers = async (cloud: LocalCloud): Promise<void> => {
  const stores = localStores(cloud);
  try {
    for (const each of developmentOfficers) await appoint(stores, each);
  } finally {
    stores.close();
  }
};

/** What `npm start` does once the app is deployed, in this order; each part throws when it cannot be done. */
export const afterDeployment: readonly { title: string; run(cloud: LocalCloud): Promise<void> }[] = [
  { title: `架空の区の${wardPeople}人を国民年金ファイルに登録しています`, run: loadPeople },
  { title: "開発用の職員と連携システムに権限を与えています", run: appointOfficers },
];
