import { environments } from "../../../../shared/contracts/environment.ts";
import { byTheClock } from "../../../by-the-clock.ts";
import { storePorts } from "../../../ports.ts";
import { filePorts } from "../../files/file-ports.ts";
import { takeFiles } from "../../files/take-files.ts";
import { residentDrop } from "./resident-drop.ts";

const environment = environments["resident-files"].parse(process.env);
const stores = storePorts(residentDrop.name, environment);

export const handler = byTheClock(
  stores.log,
  takeFiles(residentDrop, filePorts(stores, environment.LINKAGE_BUCKET, residentDrop.folder)),
);
