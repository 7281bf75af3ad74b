import { environments } from "../../../../shared/contracts/environment.ts";
import { byTheClock } from "../../../by-the-clock.ts";
import { storePorts } from "../../../ports.ts";
import { filePorts } from "../../files/file-ports.ts";
import { takeFiles } from "../../files/take-files.ts";
import { incomeDrop } from "./income-drop.ts";

const environment = environments["income-files"].parse(process.env);
const stores = storePorts(incomeDrop.name, environment);

export const handler = byTheClock(
  stores.log,
  takeFiles(incomeDrop, filePorts(stores, environment.LINKAGE_BUCKET, incomeDrop.folder)),
);
