"""Where links may lead."""

from __future__ import annotations

import ipaddress

import pytest

from bot.errors import LinkFailed, LinkRefused
from bot.ingest.addresses import check_port, checked_addresses, is_allowed, is_public, normal_host


class TestPublicAddresses:
    @pytest.mark.parametrize(
        "address",
        [
            "127.0.0.1", "127.255.3.4", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
            "100.64.0.1", "100.100.100.200", "168.63.129.16", "0.0.0.0", "0.1.2.3", "224.0.0.1", "255.255.255.255",
            "240.0.0.1", "198.18.0.1", "192.0.2.1", "192.0.0.8", "203.0.113.7",
            "::", "::1", "fe80::1", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "2001:db8::1",
            "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:10.0.0.1", "::7f00:1", "64:ff9b::a9fe:a9fe",
            "64:ff9b:1::1", "2002:7f00:1::", "2002:c0a8:101::1", "2001::1", "100::1",
        ],
    )  # fmt: skip
    def test_the_inside_of_a_network_is_refused(self, address: str) -> None:
        """No spelling of a private, local, carrier, metadata or reserved address is public."""
        assert is_public(ipaddress.ip_address(address)) is False

    @pytest.mark.parametrize(
        "address",
        ["8.8.8.8", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::"],
    )
    def test_the_public_internet_is_reached(self, address: str) -> None:
        """Ordinary addresses are public, also inside IPv6 forms that carry them."""
        assert is_public(ipaddress.ip_address(address)) is True


class TestHosts:
    @pytest.mark.parametrize(
        ("host", "expected"),
        [
            ("Echo.Example.COM.", "echo.example.com"),
            ("127.0.0.1", "127.0.0.1"),
            ("[::1]", "::1"),
            ("a_b.example", "a_b.example"),
        ],
    )
    def test_a_host_has_one_spelling(self, host: str, expected: str) -> None:
        """Case, brackets and a final dot make no other host."""
        assert expected == normal_host(host)

    @pytest.mark.parametrize(
        "host",
        ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0x7f.1", "10.0.0.0x1", "", ".", "a b", "-x-", "x" * 254],
    )
    def test_a_disguised_address_is_refused(self, host: str) -> None:
        """Decimal, octal, hex and short forms of an address are no host names."""
        with pytest.raises(LinkRefused):
            normal_host(host)

    def test_localhost_is_refused_at_look_up(self) -> None:
        """A name is judged by the addresses that it stands for."""
        with pytest.raises(LinkRefused) as refused:
            checked_addresses("localhost", 80, ())
        assert "VERBATIM_ALLOW_HOSTS" in refused.value.for_editor

    def test_an_unknown_name_is_a_failure(self) -> None:
        """A host that nobody knows is said to be no site."""
        with pytest.raises(LinkFailed) as failed:
            checked_addresses("weir.invalid", 80, ())
        assert "weir.invalid" in failed.value.for_editor


class TestAllowedHosts:
    @pytest.mark.parametrize(
        ("host", "port", "expected"),
        [
            ("cms.echo.internal", 443, True),
            ("cms.echo.internal", 80, True),
            ("cms.echo.internal", 8080, False),
            ("drafts.internal", 8443, True),
            ("drafts.internal", 443, False),
            ("::1", 8080, True),
            ("xcms.echo.internal", 443, False),
        ],
    )
    def test_the_list_names_hosts_and_ports(self, host: str, port: int, expected: bool) -> None:
        """A name alone allows the usual ports, a name with a port that one only."""
        allowed = {"CMS.echo.internal", "drafts.internal:8443", "[::1]:8080"}
        assert expected == is_allowed(host, port, allowed)

    def test_an_allowed_host_may_be_private(self) -> None:
        """The desk's own intranet is reached where its host is allowed."""
        assert checked_addresses("127.0.0.1", 8080, {"127.0.0.1:8080"}) == ("127.0.0.1",)

    def test_other_ports_are_refused(self) -> None:
        """A link to a mail or database port is not followed."""
        with pytest.raises(LinkRefused):
            check_port("echo.example", 25, ())
        check_port("echo.example", 443, ())
