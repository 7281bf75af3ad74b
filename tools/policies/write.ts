import { writeFileSync } from "node:fs";
import { policiesModule } from "./module.ts";

writeFileSync(new URL("../../shared/access/policies.generated.ts", import.meta.url), policiesModule());
