import type { LeftOut } from "@concord/domain/exports/schema";

const leftOut: Record<LeftOut, string> = {
  word: "What either of you agreed to, promised or answered. Nobody can sign for another, so agreements wait for both words anew. The page in the file still says who agreed to what, and when.",
  "partners-goals":
    "The other’s own goals. They belong to them; the page in the file still shows them.",
  "check-ins": "The pages of earlier check-ins. The page in the file still shows them.",
  sessions: "The notes of earlier sessions.",
};

export const exports = {
  title: "Take it with you",
  lead: "Everything you can read here, as files of your own.",
  take: {
    title: "A copy for you",
    text: "One zip file with today’s date. Inside are three:",
    files: {
      "concord.html": "All of it as one page, to read or print in any browser, without Concord.",
      "concord.json": "The same, to bring in to another Concord or another space.",
      "manifest.json": "Checksums (SHA-256), so that you can tell whether a file was changed.",
    },
    private: {
      title: "Good to know",
      quiet:
        "Nobody is told. It isn’t sent by e-mail, and your partner can’t see that you took it.",
      without:
        "What was deleted isn’t in it, nor a check-in you haven’t both answered, nor anything you keep under Me.",
      readable:
        "Whoever has the file can read it. On a device you share, your browser’s list of downloads shows its name.",
    },
    action: "Save the copy",
    busy: "Putting it together…",
    done: (name: string) => `${name} is with your downloads now.`,
  },
  bring: {
    page: "Bring an export in",
    title: "Bring one in",
    text: "From a file that Concord made. It becomes a new space with you in it; nothing that is here changes. You can invite your partner to it afterwards.",
    file: "The file",
    fileHint: "The zip as you saved it, or the concord.json from inside it.",
    none: "Choose the file first.",
    action: "Bring it in",
    busy: "Reading it…",
    tooLarge: "This file is larger than an export can be (25 MB). Nothing was brought in.",
    done: "It’s here",
    doneText: "A new space holds what was in the file.",
    without: "Not brought in:",
    leftOut,
    open: "Go to the new space",
  },
};
