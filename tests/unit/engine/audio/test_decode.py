from __future__ import annotations

import socket
import threading
from pathlib import Path

import av
import numpy as np
import pytest
import soundfile as sf
from faster_whisper.audio import decode_audio
from speech import noise, speech

from engine.audio.decode import Recording, read_recording
from engine.errors import AudioFileError

SENTENCE = speech("The weather will be better tomorrow.")


def write(path: Path, rate: int = 16_000, channels: int = 1) -> Path:
    count = SENTENCE.size * rate // 16_000
    samples = np.interp(np.arange(count) * 16_000 / rate, np.arange(SENTENCE.size), SENTENCE)
    sf.write(path, np.stack([samples] * channels, axis=1), rate)
    return path


@pytest.mark.parametrize(
    ("name", "rate", "channels"),
    [("a.wav", 16_000, 1), ("b.wav", 44_100, 2), ("c.flac", 48_000, 1), ("d.ogg", 48_000, 2), ("e.mp3", 22_050, 2)],
)
def test_any_kind_rate_and_number_of_channels_gives_the_same_speech(
    tmp_path: Path, name: str, rate: int, channels: int
) -> None:
    path = write(tmp_path / name, rate, channels)

    samples = read_recording(path)

    assert samples.dtype == np.float32
    assert samples.size == pytest.approx(SENTENCE.size, abs=1_600)
    # Of equal loudness: two channels are averaged, not added up.
    assert np.sqrt(np.mean(samples**2)) == pytest.approx(np.sqrt(np.mean(SENTENCE**2)), rel=0.05)
    np.testing.assert_array_equal(samples, decode_audio(str(path)))


def test_blocks_are_the_recording_in_pieces(tmp_path: Path) -> None:
    sf.write(tmp_path / "long.flac", noise(10.0), 16_000)

    with Recording(tmp_path / "long.flac") as recording:
        assert recording.duration == pytest.approx(10.0)
        blocks = list(recording.blocks(seconds=3.0))

        assert not recording.is_damaged
    assert [round(block.size / 16_000) for block in blocks] == [3, 3, 3, 1]
    np.testing.assert_array_equal(np.concatenate(blocks), read_recording(tmp_path / "long.flac"))


def test_a_name_that_looks_like_a_protocol_is_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "http:note.wav")
    monkeypatch.chdir(tmp_path)
    assert read_recording(Path("http:note.wav")).size == SENTENCE.size


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.wav", b"", "is empty"),
        ("header.wav", b"RIFF\x24\x00\x00\x00WAVEfmt ", "damaged"),
        ("letter.txt", b"Dear Sir or Madam,\n", "not a recording"),
        ("noise.mp3", bytes(range(256)) * 40, "damaged"),
    ],
)
def test_what_is_no_recording_gives_one_line(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(AudioFileError, match=says) as caught:
        read_recording(tmp_path / name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_is_not_there_or_a_folder_gives_one_line(tmp_path: Path) -> None:
    with pytest.raises(AudioFileError, match="is not there"):
        read_recording(tmp_path / "gone.wav")
    with pytest.raises(AudioFileError, match="is a folder"):
        read_recording(tmp_path)


def test_a_picture_holds_no_sound(tmp_path: Path) -> None:
    with av.open(str(tmp_path / "film.mkv"), "w") as film:
        stream = film.add_stream("mjpeg", rate=5, width=16, height=16, pix_fmt="yuvj420p")
        film.mux(stream.encode(av.VideoFrame(16, 16, "yuvj420p")))
        film.mux(stream.encode(None))
    with pytest.raises(AudioFileError, match="holds no sound"):
        read_recording(tmp_path / "film.mkv")


@pytest.mark.parametrize("harm", ["zeros in the middle", "cut off"])
def test_a_damaged_recording_gives_what_is_left_and_says_so(tmp_path: Path, harm: str) -> None:
    sf.write(tmp_path / "long.flac", noise(20.0), 16_000)
    data = (tmp_path / "long.flac").read_bytes()
    middle = len(data) // 2
    left = data[:middle] if harm == "cut off" else data[:middle] + bytes(3000) + data[middle + 3000 :]
    (tmp_path / "long.flac").write_bytes(left)

    with Recording(tmp_path / "long.flac") as recording:
        seconds = sum(block.size for block in recording.blocks()) / 16_000
        assert recording.is_damaged
    assert 9 < seconds < 20


def test_a_playlist_opens_no_connection(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(1.0)
        called = threading.Event()

        def listen() -> None:
            try:
                connection, _ = server.accept()
            except TimeoutError:
                return
            connection.close()
            called.set()

        listener = threading.Thread(target=listen)
        listener.start()
        address = f"http://127.0.0.1:{server.getsockname()[1]}/a.ts"
        playlist = f"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{address}\n#EXT-X-ENDLIST\n"
        (tmp_path / "list.m3u8").write_text(playlist)
        with pytest.raises(AudioFileError):
            read_recording(tmp_path / "list.m3u8")
        listener.join()
    assert not called.is_set()
