"""Seals with authenticated encryption from the cryptography library."""

from collections.abc import Sequence

from cryptography.fernet import Fernet, MultiFernet


class FernetSeals:
    """Encrypts with the first key and decrypts with any, so that a key can be replaced while it is in use."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key.strip()) for key in keys])

    def seal(self, secret: str) -> str:
        """Encrypt."""
        return self._fernet.encrypt(secret.encode()).decode()

    def unseal(self, sealed: str) -> str:
        """Decrypt what `seal` made."""
        return self._fernet.decrypt(sealed.encode()).decode()
