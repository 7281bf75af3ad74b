import type { Call } from "../../shared/http/call.ts";
import type { Reply } from "../../shared/http/respond.ts";
import { keepTrail } from "../../shared/stores/audit.ts";
import { noticesOpen, noticesTold } from "../../shared/stores/notices.ts";
import type { StorePorts } from "../ports.ts";
import { noticeView } from "./notice-view.ts";

/** Years of them. */
const most = 100;

/** Notices of 訂正: first those that nobody has settled, then the latest settled. */
export const listNotices =
  ({ database }: StorePorts) =>
  async (call: Call): Promise<Reply> => {
    await keepTrail(database, call.trail({ purpose: "correction" }));
    const [open, told] = [await noticesOpen(database), await noticesTold(database, most)];
    return { status: 200, body: { open: open.map(noticeView), told: told.map(noticeView) } };
  };
