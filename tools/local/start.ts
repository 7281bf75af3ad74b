import { checkPrerequisites } from "../prerequisites.ts";
import { afterDeployment } from "./after-deployment.ts";
import { type LocalCloud, startLocalCloud } from "./local-cloud.ts";

const say = (line: string) => console.log(line);

const welcome = ({ endpoint, deployment }: LocalCloud) => `
国年 Kokunen が動いています / is running
  API        ${deployment.apiUrl}
  画面       ${deployment.apiUrl}/console(監査の画面 / the auditor's console)
  AWS        ${endpoint}(AWS_ENDPOINT_URL)
  トークン / a token:
             npm run --silent token -- --role clerk
  例 / example:
             curl -H "Authorization: Bearer $(npm run --silent token -- --role clerk)" "${deployment.apiUrl}/v1/filings"
  終了は Ctrl-C / stop with Ctrl-C`;

const askedToStop = () =>
  new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });

const main = async () => {
  if (!(await checkPrerequisites())) {
    process.exitCode = 1;
    return;
  }
  const stopAsked = askedToStop();
  const cloud = await startLocalCloud(say);
  try {
    for (const { title, run } of afterDeployment) {
      say(`${title}…`);
      await run(cloud);
    }
    say(welcome(cloud));
    // A timer keeps this process alive: signal handlers and the guarded child alone do not promise that.
    const alive = setInterval(() => undefined, 60_000);
    await stopAsked;
    clearInterval(alive);
    say("停止しています…");
  } finally {
    await cloud.stop();
  }
  say("停止しました。");
};

await main();
