"""The workspaces that installed the bot: Slack's own installation store in the product's database, its tokens sealed.

Every token and webhook address is encrypted (Fernet, with a key that HKDF derives of VERBATIM_SECRET) before it is
written, so that whoever reads the file, a backup or the database reads none.  The tables are made at the first use.
"""

from __future__ import annotations

import base64
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore
from slack_sdk.oauth.state_store.sqlalchemy import SQLAlchemyOAuthStateStore
from sqlalchemy import Dialect, Engine, MetaData, Table, Text, TypeDecorator, create_engine, make_url, select
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateIndex, CreateTable, ExecutableDDLElement
from sqlalchemy.types import TypeEngine

from bot.errors import SecretWrong, WrongInput
from store.database import Connections, Database

STATE_SECONDS = 600  # from the click on “Add to Slack” to the return from Slack
_SEALED = ("bot_token", "bot_refresh_token", "user_token", "user_refresh_token", "incoming_webhook_url")


class _Sealed(TypeDecorator[str]):
    """A text that is encrypted on its way into the database and read on its way out."""

    impl = Text
    cache_ok = True

    def __init__(self, key: Fernet) -> None:
        super().__init__()
        self.key = key

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The sealed text."""
        return None if value is None else self.key.encrypt(value.encode()).decode()

    def process_result_value(self, value: Any | None, dialect: Dialect) -> str | None:
        """The text again; raises ``SecretWrong``."""
        try:
            return None if value is None else self.key.decrypt(value.encode()).decode()
        except InvalidToken as error:
            sentence = (
                "The stored Slack tokens cannot be read with this VERBATIM_SECRET; set the secret that they were"
                " stored with, or install the bot in Slack again."
            )
            raise SecretWrong(sentence) from error


class Installations(SQLAlchemyInstallationStore):
    """Slack's store of installations, whose tokens are sealed with a key."""

    def __init__(self, client_id: str, engine: Engine, key: Fernet) -> None:
        super().__init__(client_id, engine)
        sealed = _Sealed(key)
        for table in (self.bots, self.installations):
            _retyped(table, sealed)

    def token_of(self, team: str) -> str | None:
        """The newest bot token of a workspace, whatever enterprise it belongs to; None where there is none.

        Slack's own ``find_bot`` knows a workspace of an Enterprise Grid only together with its enterprise.
        """
        bot = self.bots.c
        own = (bot.client_id == self.client_id, bot.team_id == team, bot.bot_token.is_not(None))
        newest = select(bot.bot_token).where(*own).order_by(bot.installed_at.desc(), bot.id.desc()).limit(1)
        with self.engine.connect() as db:
            token: str | None = db.execute(newest).scalar()
        return token


def installations(
    connections: Connections, client_id: str, secret: str
) -> tuple[Installations, SQLAlchemyOAuthStateStore]:
    """The stores that Bolt's OAuth asks for: who installed the bot, and the installations under way."""
    key = _key(secret)
    with connections.writing() as db:
        make_tables(db, connections.dialect)
    address = f"{connections.dialect}://"
    engine = create_engine(address, creator=connections.another, poolclass=QueuePool, pool_pre_ping=True)
    return Installations(client_id, engine, key), SQLAlchemyOAuthStateStore(STATE_SECONDS, engine)


def make_tables(db: Database, dialect: str) -> None:
    """Makes the tables of installations where they are not there yet."""
    metadata = MetaData()
    SQLAlchemyOAuthStateStore.build_oauth_states_table(metadata, SQLAlchemyOAuthStateStore.default_table_name)
    kept = SQLAlchemyInstallationStore
    _retyped(kept.build_bots_table(metadata, kept.default_bots_table_name), Text())
    _retyped(kept.build_installations_table(metadata, kept.default_installations_table_name), Text())
    made: list[ExecutableDDLElement] = [CreateTable(table, if_not_exists=True) for table in metadata.sorted_tables]
    made += [CreateIndex(one, if_not_exists=True) for table in metadata.sorted_tables for one in table.indexes]
    written = make_url(f"{dialect}://").get_dialect()()
    db.keep_others_out()
    for statement in made:
        db.execute(str(statement.compile(dialect=written)))


def _retyped(table: Table, kind: TypeEngine[str]) -> None:
    """Gives the columns of secrets another type: a sealed token is longer than Slack's columns are wide."""
    for name in set(_SEALED) & set(table.columns.keys()):
        table.columns[name].type = kind


def _key(secret: str) -> Fernet:
    if not secret.strip():
        sentence = "VERBATIM_SECRET is not set; set it to a long random text, with which Slack's tokens are encrypted."
        raise WrongInput(sentence)
    derived = HKDF(SHA256(), length=32, salt=b"verbatim", info=b"slack tokens").derive(secret.encode())
    return Fernet(base64.urlsafe_b64encode(derived))
