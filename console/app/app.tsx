import { useState } from "preact/hooks";
import type { ConsoleIdentity } from "../../shared/contracts/console.ts";
import type { Beginning } from "../session/begin.ts";
import { authorizationAddress, redirectUri } from "../session/oidc.ts";
import { beginPendingLogin } from "../session/pending-login.ts";
import { Console, type Leaving } from "./console.tsx";
import { Door } from "./door.tsx";

const signIn = async (identity: ConsoleIdentity, again: boolean): Promise<void> => {
  const pending = beginPendingLogin(sessionStorage, location.hash);
  location.assign(await authorizationAddress({ identity, pending, redirect: redirectUri(location), again }));
};

const leftTitles = {
  locked: "画面をロックしました",
  "signed-out": "サインアウトしました",
  ended: "サインインが終わりました",
} as const satisfies Record<Leaving["why"], string>;

/** Outside, inside, or locked out again. */
export const App = ({ beginning }: { readonly beginning: Beginning }) => {
  const [left, setLeft] = useState<Leaving | null>(null);
  if (beginning.stage === "failed")
    return (
      <Door title="画面を開けません" failure={beginning.failure}>
        {null}
      </Door>
    );
  if (beginning.stage === "not-configured") {
    return (
      <Door title="サインインは、まだ設定されていません">
        <p>区の認証基盤がこの環境に登録されていません。情報政策課に問い合わせてください。</p>
      </Door>
    );
  }
  const { apiBase, identity } = beginning;
  if (left !== null) {
    const who = left.officer === null ? "" : `(${left.officer} ${left.departmentLabel})`;
    return (
      <Door
        title={`${leftTitles[left.why]}${who}`}
        enter={{ label: "もう一度サインインする", act: () => void signIn(identity, true) }}
      >
        <p>{left.message}</p>
      </Door>
    );
  }
  if (beginning.stage === "signed-out") {
    return (
      <Door
        title="サインイン"
        failure={beginning.failure}
        enter={{ label: "区の認証基盤でサインインする", act: () => void signIn(identity, false) }}
      >
        <p>アクセス記録の閲覧は、それ自体が記録されます。業務の目的以外に使わないでください。</p>
      </Door>
    );
  }
  return <Console apiBase={apiBase} token={beginning.token} leave={setLeft} />;
};
