using FrontEnd;

await FrontEndApplication.Create(["--urls=http://127.0.0.1:5083", .. args]).RunAsync();
