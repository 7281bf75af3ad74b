import { pageOfNames } from "../../../shared/stores/named-versions.ts";
import { holdingsOfSentFiles, sentBucket } from "../../../shared/stores/sent-files.ts";
import type { Phase } from "./phase.ts";
import { foundIn } from "./records.ts";

/** Every file that went out, each with all its versions as one record. */
export const sentFiles: Phase = {
  name: "sent-files",
  page: async (after, looking) => {
    const { names, placeOf, next } = await pageOfNames(looking.ports.buckets[sentBucket], after);
    const holdings = await holdingsOfSentFiles(looking.ports.database, names);
    return { looked: holdings.map((holding) => foundIn(holding, looking)), placeOf, next };
  },
};
