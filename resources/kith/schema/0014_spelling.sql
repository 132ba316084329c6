-- How the spelling of what is written is checked.

-- Words that the user says are right, in whatever language.
CREATE TABLE own_word (
    word VARCHAR PRIMARY KEY
);

-- The dictionary that was chosen for a chat: at most one, none where nobody has chosen. The primary
-- key serves SpellingStore.
CREATE TABLE chat_language (
    chat INTEGER PRIMARY KEY REFERENCES chat ON DELETE CASCADE,
    dictionary VARCHAR -- as its files are called; none: nothing is checked
);
