import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { dayAt } from "../../shared/law/calendar.ts";
import { wardPeople, wardSeed } from "../local/after-deployment.ts";
import { localClient } from "../local/aws.ts";
import { type LocalCloud, startLocalCloud } from "../local/local-cloud.ts";
import { localStores } from "../local/stores.ts";
import { checkPrerequisites } from "../prerequisites.ts";
import { generateWard } from "../ward/generate.ts";
import { loadWard } from "../ward/load-ward.ts";
import { mappable, planFilings } from "./cast.ts";
import { openDesk } from "./client.ts";
import { exemptionWeek } from "./exemptions.ts";
import { officeWeek } from "./office-week.ts";
import { oversight } from "./oversight.ts";
import { openReport } from "./report.ts";

const releasedFiles = ({ endpoint, deployment }: LocalCloud) => {
  const s3 = new S3Client(localClient(endpoint));
  return async (prefix: string) => {
    const found = await s3.send(new ListObjectsV2Command({ Bucket: deployment.outboxBucket, Prefix: prefix }));
    return (found.Contents ?? []).map(({ Key }) => Key ?? "");
  };
};

const main = async () => {
  const say = (line: string) => console.log(line);
  if (!(await checkPrerequisites())) {
    process.exitCode = 1;
    return;
  }
  const report = openReport(say);
  report.step("ローカルのクラウドを始め、CDKアプリを配備します");
  let cloud: LocalCloud | undefined;
  const stop = async () => {
    await cloud?.stop();
    cloud = undefined;
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void stop().then(() => process.exit(130)));
  try {
    cloud = await startLocalCloud((line) => report.tell(line));
    const stores = localStores(cloud);
    const now = stores.clock();
    const today = dayAt(now);
    const ward = [...generateWard({ seed: wardSeed, people: wardPeople, today })];
    report.step(`架空の区の${ward.length}人を国民年金ファイルに載せます`);
    report.holds("全員が載った", await loadWard(ward, stores, now), ward.length);
    stores.close();
    const [clerk, examiner, manager, auditor, operator] = await Promise.all([
      openDesk(cloud, "clerk-01", "clerk"),
      openDesk(cloud, "examiner-01", "examiner"),
      openDesk(cloud, "manager-01", "manager"),
      openDesk(cloud, "auditor-01", "auditor"),
      openDesk(cloud, "operator-01", "operator"),
    ]);
    const stage = { report, released: releasedFiles(cloud), today, clerk, examiner, manager };
    await officeWeek(stage, ward);
    await exemptionWeek(stage, ward);
    const [filed] = planFilings(mappable(ward), today);
    if (!filed) throw new Error("届出をした人がいません");
    await oversight(stage, auditor, operator, filed.person);
    say(`\n終わりました。${report.summary()}`);
  } catch (error) {
    console.error(`\n✘ ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    await stop();
  }
};

await main();
