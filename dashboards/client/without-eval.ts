import * as z from "zod";

// The page's policy forbids making code of text, which zod would try.
z.config({ jitless: true });
