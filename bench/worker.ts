import { groups, isGroup } from "./groups.ts";

/** One group, in the process that run.ts made for it. */
const [, , name] = process.argv;
if (!isGroup(name)) throw new Error("no such group");
const measure = await groups[name]();
const figures = await measure();
process.send?.(figures);
process.disconnect?.();
