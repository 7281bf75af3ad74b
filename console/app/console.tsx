import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { createClient } from "../api/client.ts";
import type { SessionAnswer } from "../api/types.ts";
import { guardCopies } from "../guard/copy-guard.ts";
import { watchIdle } from "../guard/idle.ts";
import { Watermark } from "../guard/watermark.tsx";
import { Waiting } from "../parts/notices.tsx";
import { screenViews } from "../screens/screen-views.ts";
import type { TokenBox } from "../session/begin.ts";
import { DeskContext } from "./context.ts";
import { Header } from "./header.tsx";
import { useRoute } from "./route.ts";
import { menuFor, screens } from "./screen-names.ts";
import { ShortcutHelp, useShortcuts } from "./shortcuts.tsx";
import { Toast } from "./toast.tsx";

/** Why the signed-in part was left, and who it was. */
export interface Leaving {
  readonly officer: string | null;
  readonly departmentLabel: string | null;
  readonly why: "locked" | "signed-out" | "ended";
  readonly message: string;
}

interface ConsoleProps {
  readonly apiBase: string;
  readonly token: TokenBox;
  readonly leave: (leaving: Leaving) => void;
}

/** Everything that only somebody signed in sees. It is gone from the document, and with it the token, once `leave` is called. */
export const Console = ({ apiBase, token, leave }: ConsoleProps) => {
  const [who, setWho] = useState<SessionAnswer | null>(null);
  const [message, setMessage] = useState("");
  const [near, setNear] = useState(false);
  const [helping, setHelping] = useState(false);
  const route = useRoute();
  const main = useRef<HTMLElement>(null);
  const known = useRef<SessionAnswer | null>(null);
  const ending = useMemo(() => new AbortController(), []);
  const part = useCallback((why: Leaving["why"], text: string) => {
    ending.abort();
    token.current = null;
    const { officer = null, departmentLabel = null } = known.current ?? {};
    leave({ officer, departmentLabel, why, message: text });
  }, []);
  const lock = () => part("locked", "操作を続けるには、もう一度サインインしてください");
  const client = useMemo(
    () =>
      createClient({
        page: `${location.origin}${location.pathname}`,
        apiBase,
        token,
        signal: ending.signal,
        ended: (problem) => part("ended", problem.detail),
        fetch: (...asked) => fetch(...asked),
      }),
    [],
  );

  useEffect(() => {
    void client.get<SessionAnswer>("/v1/session").then((answer) => {
      if ("problem" in answer) return part("ended", answer.problem.detail);
      known.current = answer.body;
      setWho(answer.body);
    });
    const takeOff = guardCopies(setMessage);
    return () => {
      takeOff();
      ending.abort();
    };
  }, []);

  useEffect(() => (who === null ? undefined : watchIdle({ idleSeconds: who.idleSeconds, soon: setNear, lock })), [who]);

  useEffect(() => {
    document.title = `${screens[route.screen].title} — 国年 監査`;
    // What was opened is read out from its heading on.
    main.current?.querySelector("h1")?.focus();
  }, [route.screen, who]);

  const menu = menuFor(who?.actions ?? []);
  useShortcuts({ menu, lock, help: () => setHelping(true) });

  if (who === null) return <Waiting what="サインインした人を確かめています" />;
  const View = screenViews[route.screen];
  const signOut = () => {
    void client.post("/v1/session/ending", {}).finally(() => part("signed-out", "サインアウトしました"));
  };
  const allowed = who.actions.includes(screens[route.screen].needs);
  return (
    <DeskContext.Provider value={{ who, client, tell: setMessage }}>
      <button type="button" class="button skip" onClick={() => main.current?.focus()}>
        本文へ移る
      </button>
      <Watermark who={who} />
      <Header {...{ who, menu, lock, signOut }} screen={route.screen} help={() => setHelping(true)} />
      <main id="main" ref={main} tabIndex={-1}>
        {allowed ? (
          <View key={route.screen} params={route.params} />
        ) : (
          <>
            <h1 tabIndex={-1}>{screens[route.screen].title}</h1>
            <p class="notice">この画面を開く権限がありません。上の「画面」から選んでください。</p>
          </>
        )}
      </main>
      <ShortcutHelp menu={menu} open={helping} close={() => setHelping(false)} />
      <Toast message={near ? "操作がないため、まもなく画面をロックします" : message} clear={() => setMessage("")} />
    </DeskContext.Provider>
  );
};
